import type { VNode } from 'preact';
import { NEWSROOM_PATH, SEARCH_PATH, withQuery } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import type { NewsroomOffice, PublishedPage } from '../published-editions';
import { BulletinList } from './bulletin-list';
import { renderDocument, type Frame } from './document';
import { Pages } from './list-page';

export interface SearchPageContent {
  /** As typed, trimmed; empty shows the form alone. */
  readonly query: string;
  readonly officeCode?: string;
  readonly year?: number;
  readonly before?: string;
  readonly years: readonly number[];
  readonly page: PublishedPage;
}

/** Search with its results; kept out of search engines, which have the bulletins themselves. */
export function renderSearchPage(frame: Frame, content: SearchPageContent): string {
  const { query, officeCode, year, before, page } = content;
  const texts = TEXTS.search;
  const address = { q: query, birim: officeCode, yil: year };
  const older = page.next === null ? undefined : withQuery(SEARCH_PATH, { ...address, once: page.next });
  return renderDocument(frame, {
    headerSearch: null,
    head: {
      title: query === '' ? texts.title : texts.results(query),
      description: texts.prompt,
      canonicalPath: withQuery(SEARCH_PATH, { q: query }),
      isIndexed: false,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
      older,
    },
    body: (
      <div class="wrap">
        <h1 class="page-title">{query === '' ? texts.title : texts.results(query)}</h1>
        <SearchForm query={query} officeCode={officeCode} year={year} offices={frame.offices} years={content.years} />
        <Results frame={frame} content={content} />
        <Pages older={older} newest={before === undefined ? undefined : withQuery(SEARCH_PATH, address)} />
      </div>
    ),
  });
}

function Results({ frame, content }: { readonly frame: Frame; readonly content: SearchPageContent }): VNode {
  const texts = TEXTS.search;
  if (content.query === '') return <p class="empty">{texts.prompt}</p>;
  if (content.page.items.length > 0) {
    return <BulletinList items={content.page.items} offices={frame.offices} query={content.query} />;
  }
  return (
    <div class="empty">
      <p>{texts.none}</p>
      <ul>
        {texts.advice.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={NEWSROOM_PATH}>{texts.all}</a>
      </p>
    </div>
  );
}

interface SearchFormProps {
  readonly query?: string;
  readonly officeCode?: string;
  readonly year?: number;
  readonly offices: readonly NewsroomOffice[];
  readonly years: readonly number[];
}

/** A plain GET form: what is chosen stays in the address and can be sent on. */
export function SearchForm({ query, officeCode, year, offices, years }: SearchFormProps): VNode {
  const texts = TEXTS.search;
  return (
    <form class="search" role="search" action={SEARCH_PATH}>
      <p class="field field-wide">
        <label for="q">{texts.field}</label>
        <input id="q" type="search" name="q" value={query} maxLength={120} aria-describedby="q-ipucu" />
      </p>
      {offices.length === 0 ? null : (
        <p class="field">
          <label for="birim">{texts.office}</label>
          <select id="birim" name="birim">
            <option value="">{texts.any}</option>
            {offices.map((office) => (
              <option value={office.code} selected={office.code === officeCode}>
                {office.name}
              </option>
            ))}
          </select>
        </p>
      )}
      {years.length === 0 ? null : (
        <p class="field">
          <label for="yil">{texts.year}</label>
          <select id="yil" name="yil">
            <option value="">{texts.any}</option>
            {years.map((one) => (
              <option value={one} selected={one === year}>
                {one}
              </option>
            ))}
          </select>
        </p>
      )}
      <button type="submit">{texts.label}</button>
      <p class="hint" id="q-ipucu">
        {texts.hint}
      </p>
    </form>
  );
}
