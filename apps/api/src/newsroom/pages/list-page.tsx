import type { VNode } from 'preact';
import { NEWSROOM_PATH, officePath, scopePath, withQuery, type FeedScope } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import type { NewsroomOffice, NewsroomTag, PublishedPage } from '../published-editions';
import { BulletinList, Featured } from './bulletin-list';
import { ContactCard } from './contact-card';
import { renderDocument, type Frame } from './document';
import { OfficeMark, shortOfficeName } from './office-mark';
import { OpenGraph } from './open-graph';

export interface ListPageContent {
  readonly page: PublishedPage;
  readonly years: readonly number[];
  readonly year?: number;
  /** Cursor that led here; the first page has none. */
  readonly before?: string;
  readonly office?: NewsroomOffice;
  readonly tag?: NewsroomTag;
}

/** The front page and its narrower sisters: per office, per tag, per year, and the older pages of each. */
export function renderListPage(frame: Frame, content: ListPageContent): string {
  const scope = scopeOf(content);
  const path = scopePath(scope);
  const title = titleOf(content);
  const canonicalPath = withQuery(path, { yil: content.year, once: content.before });
  const older = olderPath(path, content);
  const feedTitle = content.office?.name ?? (content.tag === undefined ? TEXTS.publisher : title);
  return renderDocument(frame, {
    headerSearch: '',
    head: {
      title: scope.kind === 'all' ? TEXTS.name : title,
      description: descriptionOf(content),
      canonicalPath,
      isIndexed: content.before === undefined,
      feedScope: scope,
      feedTitle,
      older,
      extra: (
        <OpenGraph
          frame={frame}
          type="website"
          title={title}
          description={descriptionOf(content)}
          path={canonicalPath}
        />
      ),
    },
    body: (
      <div class="wrap">
        <h1 class={scope.kind === 'all' ? 'hidden' : 'page-title'}>{title}</h1>
        <Filters frame={frame} content={content} path={path} />
        <Items frame={frame} content={content} path={path} />
        <Pages
          older={older}
          newest={content.before === undefined ? undefined : withQuery(path, { yil: content.year })}
        />
        {content.office === undefined ? null : (
          <aside class="office-contact">
            <h2>{TEXTS.list.aboutOffice}</h2>
            <ContactCard office={content.office} headingLevel={3} />
          </aside>
        )}
      </div>
    ),
  });
}

function Items({
  frame,
  content,
  path,
}: {
  readonly frame: Frame;
  readonly content: ListPageContent;
  readonly path: string;
}): VNode {
  const { items } = content.page;
  if (items.length === 0)
    return <Empty isFiltered={content.year !== undefined || content.before !== undefined} path={path} />;
  const [newest, ...rest] = items;
  const isFront = content.year === undefined && content.before === undefined && newest?.withdrawnAt === null;
  if (newest === undefined || !isFront) return <BulletinList items={items} offices={frame.offices} />;
  return (
    <>
      <Featured item={newest} offices={frame.offices} />
      <BulletinList items={rest} offices={frame.offices} />
    </>
  );
}

function Empty({ isFiltered, path }: { readonly isFiltered: boolean; readonly path: string }): VNode {
  if (isFiltered) {
    return (
      <div class="empty">
        <p>{TEXTS.list.emptyFiltered}</p>
        <p>
          <a href={path}>{TEXTS.list.clear}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>{TEXTS.list.empty}</p>
      <p class="quiet">{TEXTS.list.emptyAdvice}</p>
      {path === NEWSROOM_PATH ? null : (
        <p>
          <a href={NEWSROOM_PATH}>{TEXTS.search.all}</a>
        </p>
      )}
    </div>
  );
}

function Filters({
  frame,
  content,
  path,
}: {
  readonly frame: Frame;
  readonly content: ListPageContent;
  readonly path: string;
}): VNode {
  const { office, tag, year } = content;
  return (
    <div class="filters">
      <nav aria-label={TEXTS.list.offices}>
        <ul class="plain chips">
          <li>
            <a
              href={withQuery(NEWSROOM_PATH, { yil: year })}
              aria-current={office === undefined && tag === undefined ? 'page' : undefined}
            >
              {TEXTS.list.all}
            </a>
          </li>
          {frame.offices.map((one) => (
            <li>
              <a
                href={withQuery(officePath(one.code), { yil: year })}
                aria-current={one.code === office?.code ? 'page' : undefined}
                title={one.name}
              >
                <OfficeMark office={{ code: one.code, name: shortOfficeName(one.name) }} offices={frame.offices} />
                <span class="office-code quiet"> {one.shortCode}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {content.years.length < 2 && year === undefined ? null : <Years years={content.years} year={year} path={path} />}
    </div>
  );
}

function Years({
  years,
  year,
  path,
}: {
  readonly years: readonly number[];
  readonly year?: number;
  readonly path: string;
}): VNode {
  return (
    <nav aria-label={TEXTS.list.years}>
      <ul class="plain years">
        <li>
          <a href={path} aria-current={year === undefined ? 'page' : undefined}>
            {TEXTS.list.allYears}
          </a>
        </li>
        {years.map((one) => (
          <li>
            <a href={withQuery(path, { yil: one })} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to the older page and back to the newest; nothing when there is only one page. */
export function Pages({ older, newest }: { readonly older?: string; readonly newest?: string }): VNode | null {
  if (older === undefined && newest === undefined) return null;
  return (
    <nav class="pages" aria-label={TEXTS.list.pages}>
      {newest === undefined ? null : <a href={newest}>{TEXTS.list.backToNewest}</a>}
      {older === undefined ? null : (
        <a class="pages-older" href={older} rel="next">
          {TEXTS.list.older}
        </a>
      )}
    </nav>
  );
}

function olderPath(path: string, content: ListPageContent): string | undefined {
  if (content.page.next === null) return undefined;
  return withQuery(path, { yil: content.year, once: content.page.next });
}

function scopeOf({ office, tag }: ListPageContent): FeedScope {
  if (office !== undefined) return { kind: 'office', code: office.code };
  if (tag !== undefined) return { kind: 'tag', slug: tag.slug };
  return { kind: 'all' };
}

function titleOf({ office, tag, year }: ListPageContent): string {
  const title = office === undefined ? TEXTS.list.title : TEXTS.list.titleOfOffice(office.name);
  const named = tag === undefined ? title : TEXTS.list.titleOfTag(tag.name);
  return year === undefined ? named : `${named}, ${year}`;
}

function descriptionOf({ office, tag }: ListPageContent): string {
  if (office !== undefined) return TEXTS.list.descriptionOfOffice(office.name);
  return tag === undefined ? TEXTS.tagline : TEXTS.list.descriptionOfTag(tag.name);
}
