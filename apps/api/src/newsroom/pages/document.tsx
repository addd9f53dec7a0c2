import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  absolute,
  ACCESSIBILITY_PATH,
  CONTACTS_PATH,
  FEED_FORMATS,
  feedPath,
  ICON_PATH,
  NEWSROOM_PATH,
  SEARCH_PATH,
  type FeedScope,
} from '../newsroom.addresses';
import { FIRST_FONTS } from '../newsroom.fonts';
import { TEXTS } from '../newsroom.texts';
import type { NewsroomOffice } from '../published-editions';

/** What every page needs beside its own content. */
export interface Frame {
  /** Public origin for absolute addresses. */
  readonly baseUrl: string;
  readonly stylesheetPath: string;
  readonly offices: readonly NewsroomOffice[];
}

export interface Head {
  /** Without the name of the site, which is added. */
  readonly title: string;
  readonly description: string;
  /** Path of the one address that search engines should keep; null for what has no address of its own. */
  readonly canonicalPath: string | null;
  readonly isIndexed: boolean;
  readonly feedScope: FeedScope;
  /** Name of the feed scope, 'Edremit Belediyesi'. */
  readonly feedTitle: string;
  readonly older?: string;
  readonly extra?: ComponentChildren;
}

export interface Page {
  readonly head: Head;
  readonly body: ComponentChildren;
  /** Words already searched for, shown in the field of the header; absent hides the header's field. */
  readonly headerSearch: string | null;
}

const FEED_TYPES = { atom: 'application/atom+xml', rss: 'application/rss+xml', json: 'application/feed+json' } as const;

/** The whole HTML document of a page: no script, one stylesheet, everything else in the markup. */
export function renderDocument(frame: Frame, page: Page): string {
  const document = (
    <html lang={TEXTS.language}>
      <DocumentHead frame={frame} head={page.head} />
      <body>
        <a class="skip" href="#icerik">
          {TEXTS.skip}
        </a>
        <Masthead query={page.headerSearch} path={page.head.canonicalPath} scope={page.head.feedScope} />
        <main id="icerik" tabIndex={-1}>
          {page.body}
        </main>
        <Footer frame={frame} scope={page.head.feedScope} />
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(document)}`;
}

function DocumentHead({ frame, head }: { readonly frame: Frame; readonly head: Head }): VNode {
  const title = head.title === TEXTS.name ? TEXTS.name : `${head.title}${TEXTS.titleSeparator}${TEXTS.name}`;
  const feedTitle = TEXTS.feeds.title(head.feedTitle);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      {head.isIndexed ? null : <meta name="robots" content="noindex" />}
      {head.canonicalPath === null ? null : <link rel="canonical" href={absolute(frame.baseUrl, head.canonicalPath)} />}
      {head.older === undefined ? null : <link rel="next" href={head.older} />}
      {FIRST_FONTS.map(({ path }) => (
        <link rel="preload" href={path} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={frame.stylesheetPath} />
      <link rel="icon" type="image/svg+xml" href={ICON_PATH} />
      {(['atom', 'rss', 'json'] as const).map((format) => (
        <link
          rel="alternate"
          type={FEED_TYPES[format]}
          title={`${feedTitle} (${TEXTS.feeds.names[format]})`}
          href={feedPath(head.feedScope, format)}
        />
      ))}
      {head.extra}
    </head>
  );
}

interface MastheadProps {
  readonly query: string | null;
  readonly path: string | null;
  readonly scope: FeedScope;
}

/** Whose pages these are, that they are official, and the way through them. */
function Masthead({ query, path, scope }: MastheadProps): VNode {
  return (
    <header class="masthead">
      <p class="official">
        <span class="wrap">{TEXTS.officialLine}</span>
      </p>
      <div class="wrap masthead-row">
        <a class="brand" href={NEWSROOM_PATH}>
          <span class="brand-line">{TEXTS.institution}</span> <span class="brand-name">{TEXTS.name}</span>
        </a>
        <nav aria-label={TEXTS.navigation.label}>
          <ul class="plain navigation">
            <NavigationLink href={NEWSROOM_PATH} path={path} label={TEXTS.navigation.bulletins} />
            <NavigationLink href={CONTACTS_PATH} path={path} label={TEXTS.navigation.contacts} />
            <NavigationLink href={feedPath(scope, 'rss')} path={path} label={TEXTS.navigation.feed} />
          </ul>
        </nav>
        {query === null ? null : (
          <form class="quick-search" role="search" action={SEARCH_PATH}>
            <label class="hidden" for="ara">
              {TEXTS.search.label}
            </label>
            <input id="ara" type="search" name="q" value={query} placeholder={TEXTS.search.label} maxLength={120} />
            <button type="submit">{TEXTS.search.shortLabel}</button>
          </form>
        )}
      </div>
    </header>
  );
}

function NavigationLink(props: { readonly href: string; readonly path: string | null; readonly label: string }): VNode {
  return (
    <li>
      <a href={props.href} aria-current={props.href === props.path ? 'page' : undefined}>
        {props.label}
      </a>
    </li>
  );
}

function Footer({ frame, scope }: { readonly frame: Frame; readonly scope: FeedScope }): VNode {
  return (
    <footer class="footer">
      <div class="wrap">
        <p>{TEXTS.official}</p>
        <p class="footer-offices">{frame.offices.map((office) => office.name).join(' · ')}</p>
        <p class="quiet">{TEXTS.reuse}</p>
        <nav aria-label={TEXTS.navigation.footer}>
          <ul class="plain footer-links">
            <li>
              <a href={CONTACTS_PATH}>{TEXTS.navigation.contacts}</a>
            </li>
            <li>
              <a href={ACCESSIBILITY_PATH}>{TEXTS.navigation.accessibility}</a>
            </li>
            {FEED_FORMATS.map((format) => (
              <li>
                <a href={feedPath(scope, format)}>{TEXTS.feeds.names[format]}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
