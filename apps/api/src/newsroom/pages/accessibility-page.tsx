import { ACCESSIBILITY_PATH, CONTACTS_PATH } from '../newsroom.addresses';
import { ACCESSIBILITY_TEXTS } from '../accessibility.texts';
import { TEXTS } from '../newsroom.texts';
import { renderDocument, type Frame } from './document';
import { OpenGraph } from './open-graph';

/** What the pages promise to everybody, what they do not keep yet, and where to say so. */
export function renderAccessibilityPage(frame: Frame): string {
  const { title, intro, sections, contactsLink } = ACCESSIBILITY_TEXTS;
  return renderDocument(frame, {
    headerSearch: '',
    head: {
      title,
      description: intro,
      canonicalPath: ACCESSIBILITY_PATH,
      isIndexed: true,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
      extra: <OpenGraph frame={frame} type="website" title={title} description={intro} path={ACCESSIBILITY_PATH} />,
    },
    body: (
      <div class="wrap narrow statement">
        <h1 class="page-title">{title}</h1>
        <p class="page-intro">{intro}</p>
        {sections.map((section) => (
          <section>
            <h2>{section.title}</h2>
            {section.paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {section.items.length === 0 ? null : (
              <ul>
                {section.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <p>
          <a href={CONTACTS_PATH}>{contactsLink}</a>
        </p>
      </div>
    ),
  });
}
