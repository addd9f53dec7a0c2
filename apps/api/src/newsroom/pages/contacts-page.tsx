import { CONTACTS_PATH, FEED_FORMATS, feedPath, officePath } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import { ContactCard } from './contact-card';
import { renderDocument, type Frame } from './document';
import { OpenGraph } from './open-graph';

/** Whom a journalist calls: each office with its bulletins and its feed. */
export function renderContactsPage(frame: Frame): string {
  const texts = TEXTS.contacts;
  return renderDocument(frame, {
    headerSearch: '',
    head: {
      title: texts.title,
      description: texts.intro,
      canonicalPath: CONTACTS_PATH,
      isIndexed: true,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
      extra: (
        <OpenGraph frame={frame} type="website" title={texts.title} description={texts.intro} path={CONTACTS_PATH} />
      ),
    },
    body: (
      <div class="wrap">
        <h1 class="page-title">{texts.title}</h1>
        <p class="page-intro">{texts.intro}</p>
        {frame.offices.length === 0 ? <p class="empty">{texts.none}</p> : null}
        <ul class="plain contacts">
          {frame.offices.map((office) => (
            <li>
              <ContactCard office={office} headingLevel={2} />
              <p class="contact-links">
                <a href={officePath(office.code)} aria-label={`${texts.bulletins}: ${office.name}`}>
                  {texts.bulletins}
                </a>
                <a
                  href={feedPath({ kind: 'office', code: office.code }, 'atom')}
                  aria-label={`${texts.feed}: ${office.name}`}
                >
                  {texts.feed}
                </a>
              </p>
            </li>
          ))}
        </ul>
        <section class="feeds">
          <h2>{texts.feedsTitle}</h2>
          <p>{texts.feedsIntro}</p>
          <ul class="plain feed-links">
            {FEED_FORMATS.map((format) => (
              <li>
                <a href={feedPath({ kind: 'all' }, format)}>{TEXTS.feeds.names[format]}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    ),
  });
}
