import { NEWSROOM_PATH } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import { renderDocument, type Frame } from './document';
import { SearchForm } from './search-page';

/** One page for all that is not there: never published, withdrawn from view or under embargo look the same. */
export function renderNotFoundPage(frame: Frame): string {
  const texts = TEXTS.notFound;
  return renderDocument(frame, {
    headerSearch: null,
    head: {
      title: texts.title,
      description: texts.body,
      canonicalPath: null,
      isIndexed: false,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
    },
    body: (
      <div class="wrap narrow">
        <h1 class="page-title">{texts.title}</h1>
        <p class="page-intro">{texts.body}</p>
        <SearchForm offices={[]} years={[]} />
        <p>
          <a href={NEWSROOM_PATH}>{texts.back}</a>
        </p>
      </div>
    ),
  });
}
