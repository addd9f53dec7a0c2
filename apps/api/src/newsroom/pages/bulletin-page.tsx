import type { VNode } from 'preact';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { editionDocument } from '../../documents/edition-document';
import { bulletinPath, imagePath, tagPath } from '../newsroom.addresses';
import { momentOf } from '../newsroom.dates';
import { TEXTS } from '../newsroom.texts';
import type { Neighbour, NewsroomTag } from '../published-editions';
import { Attachments, Downloads, ImageFigure, MessageText, Photos } from './bulletin-files';
import { displaySize } from './bulletin-list';
import { BulletinText } from './bulletin-text';
import { ContactCard } from './contact-card';
import { renderDocument, type Frame } from './document';
import { OfficeMarks } from './office-mark';
import { OpenGraph } from './open-graph';
import { StructuredData } from './structured-data';

export interface BulletinPageContent {
  readonly published: PublishedEdition;
  readonly tags: readonly NewsroomTag[];
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
}

/**
 * A released bulletin. A withdrawn one keeps its address and answers 200 with number, dates and reason and without a
 * word of the text: whoever follows an old link, or previews it in a message, learns that it must not be used, which
 * an error status would hide. Search engines are told to drop it.
 */
export function renderBulletinPage(frame: Frame, content: BulletinPageContent): string {
  if (content.published.withdrawn !== null) return renderWithdrawn(frame, content);
  const { edition } = content.published;
  const { body, dateline } = editionDocument(content.published);
  return renderDocument(frame, {
    headerSearch: '',
    head: {
      title: edition.headline,
      description: edition.spot,
      canonicalPath: bulletinPath(edition),
      isIndexed: true,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
      extra: <ArticleHead frame={frame} published={content.published} />,
    },
    body: (
      <article class="wrap bulletin">
        <BulletinHead frame={frame} published={content.published} />
        <div class="bulletin-main">
          <LeadFigure published={content.published} />
          <div class="text">
            <BulletinText dateline={dateline} body={body} />
          </div>
          <Photos files={edition.files.filter((file) => file.isImage)} />
          <Attachments files={edition.files.filter((file) => !file.isImage)} />
          <MessageText frame={frame} published={content.published} />
          <Tags tags={content.tags} />
        </div>
        <aside class="bulletin-side" aria-label={TEXTS.bulletin.details}>
          <Downloads edition={edition} />
          <section>
            <h2 class="side-title">{TEXTS.bulletin.contacts}</h2>
            {edition.offices.map((office) => (
              <ContactCard office={office} headingLevel={3} />
            ))}
          </section>
        </aside>
        <Neighbours older={content.older} newer={content.newer} />
      </article>
    ),
  });
}

function ArticleHead({ frame, published }: { readonly frame: Frame; readonly published: PublishedEdition }): VNode {
  const { edition, firstPublishedAt, updatedAt } = published;
  const image = edition.files.find((file) => file.isImage);
  return (
    <>
      <OpenGraph
        frame={frame}
        type="article"
        title={edition.headline}
        description={edition.spot}
        path={bulletinPath(edition)}
        image={
          image === undefined
            ? undefined
            : { path: imagePath(image), alt: image.alt, ...displaySize(image.width, image.height) }
        }
        article={{ publishedAt: firstPublishedAt, modifiedAt: updatedAt, tags: edition.tags }}
      />
      <StructuredData frame={frame} published={published} />
    </>
  );
}

function BulletinHead({ frame, published }: { readonly frame: Frame; readonly published: PublishedEdition }): VNode {
  const { edition } = published;
  return (
    <header class="bulletin-head">
      <CorrectionNotices published={published} />
      <p class="kicker">
        {editionDocument(published).kindText} <span class="kicker-number">{edition.number}</span>
      </p>
      <h1>{edition.headline}</h1>
      <p class="spot">{edition.spot}</p>
      <Dates published={published} />
      <OfficeMarks of={edition.offices} offices={frame.offices} />
    </header>
  );
}

/** First publication and last change, both always shown. Source: Law 5187 art. 4 as amended by Law 7418. */
function Dates({ published }: { readonly published: PublishedEdition }): VNode {
  return (
    <dl class="dates">
      <Moment label={TEXTS.bulletin.published} instant={published.firstPublishedAt} />
      <Moment label={TEXTS.bulletin.updated} instant={published.updatedAt} />
    </dl>
  );
}

function Moment({ label, instant }: { readonly label: string; readonly instant: string }): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <time dateTime={instant}>{momentOf(instant)}</time>
      </dd>
    </div>
  );
}

function CorrectionNotices({ published }: { readonly published: PublishedEdition }): VNode {
  const texts = TEXTS.bulletin;
  const { correctedBy, edition } = published;
  const { corrects } = edition;
  return (
    <>
      {correctedBy === null ? null : (
        <section class="notice" aria-labelledby="duzeltildi">
          <h2 class="notice-title" id="duzeltildi">
            {texts.correctionTitle} <time dateTime={correctedBy.at}>{momentOf(correctedBy.at)}</time>
          </h2>
          <p>{correctedBy.note}</p>
          <p>
            <a href={bulletinPath(correctedBy)}>{texts.correctionLink(correctedBy.number)}</a>
          </p>
        </section>
      )}
      {corrects === null ? null : (
        <section class="notice" aria-labelledby="duzeltir">
          <h2 class="notice-title" id="duzeltir">
            {texts.correctsTitle}
          </h2>
          <p>{corrects.note}</p>
          <p>
            <a href={bulletinPath(corrects)}>{texts.correctsLink(corrects.number)}</a>
          </p>
        </section>
      )}
    </>
  );
}

function LeadFigure({ published }: { readonly published: PublishedEdition }): VNode | null {
  const image = published.edition.files.find((file) => file.isImage);
  return image === undefined ? null : <ImageFigure file={image} loading="eager" />;
}

function Tags({ tags }: { readonly tags: readonly NewsroomTag[] }): VNode | null {
  if (tags.length === 0) return null;
  return (
    <section class="tags">
      <h2 class="side-title">{TEXTS.bulletin.tags}</h2>
      <ul class="plain chips">
        {tags.map((tag) => (
          <li>
            <a href={tagPath(tag.slug)} rel="tag">
              {tag.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({ older, newer }: Pick<BulletinPageContent, 'older' | 'newer'>): VNode | null {
  if (older === null && newer === null) return null;
  return (
    <nav class="neighbours" aria-label={TEXTS.bulletin.neighbours}>
      {older === null ? null : <NeighbourLink neighbour={older} label={TEXTS.bulletin.older} rel="prev" />}
      {newer === null ? null : <NeighbourLink neighbour={newer} label={TEXTS.bulletin.newer} rel="next" />}
    </nav>
  );
}

function NeighbourLink(props: {
  readonly neighbour: Neighbour;
  readonly label: string;
  readonly rel: 'prev' | 'next';
}): VNode {
  return (
    <a class={`neighbour neighbour-${props.rel}`} href={bulletinPath(props.neighbour)} rel={props.rel}>
      <span class="neighbour-label">{props.label}</span>{' '}
      <span class="neighbour-headline">{props.neighbour.headline}</span>
    </a>
  );
}

function renderWithdrawn(frame: Frame, { published, older, newer }: BulletinPageContent): string {
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
