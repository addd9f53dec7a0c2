import { bulletinPath } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import { Moment, Neighbours, type BulletinPageContent } from './bulletin-parts';
import { ContactCard } from './contact-card';
import { renderDocument, type Frame } from './document';
import { OfficeMarks } from './office-mark';

/**
 * What is left of a withdrawn bulletin: its address, number, dates and the reason, and not a word of the text. The page
 * answers 200, not 410: whoever follows an old link, or sees its preview in a message, must learn that the text may not
 * be used, and many programs hide a page behind an error status. Search engines are told to drop it.
 */
export function renderWithdrawnPage(frame: Frame, { published, older, newer }: BulletinPageContent): string {
  const texts = TEXTS.bulletin;
  const { edition, withdrawn } = published;
  return renderDocument(frame, {
    headerSearch: '',
    head: {
      title: TEXTS.list.withdrawn(edition.number),
      description: texts.withdrawnTitle,
      canonicalPath: bulletinPath(edition),
      isIndexed: false,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
    },
    body: (
      <article class="wrap bulletin">
        <header class="bulletin-head">
          <p class="kicker">
            {texts.number} <span class="kicker-number">{edition.number}</span>
          </p>
          <h1>{texts.withdrawnTitle}</h1>
          <section class="notice">
            <h2 class="notice-title">{texts.withdrawnReason}</h2>
            <p>{withdrawn?.reason}</p>
          </section>
          <p class="spot">{texts.withdrawnAdvice}</p>
          <dl class="dates">
            <Moment label={texts.published} instant={published.firstPublishedAt} />
            {withdrawn === null ? null : <Moment label={texts.withdrawnOn} instant={withdrawn.at} />}
          </dl>
          <OfficeMarks of={edition.offices} offices={frame.offices} />
        </header>
        <aside class="bulletin-main contacts" aria-label={texts.contacts}>
          {edition.offices.map((office) => (
            <ContactCard office={office} headingLevel={2} />
          ))}
        </aside>
        <Neighbours older={older} newer={newer} />
      </article>
    ),
  });
}
