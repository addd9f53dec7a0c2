import type { VNode } from 'preact';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { editionDocument } from '../../documents/edition-document';
import { bulletinPath, cropPath, tagPath } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import type { NewsroomTag } from '../published-editions';
import { Attachments, Downloads, ImageFigure, MessageText, Photos } from './bulletin-files';
import { cropSize } from './bulletin-list';
import { CorrectionNotices, Dates, Neighbours, type BulletinPageContent } from './bulletin-parts';
import { BulletinText } from './bulletin-text';
import { ContactCard } from './contact-card';
import { renderDocument, type Frame } from './document';
import { OfficeMarks } from './office-mark';
import { OpenGraph } from './open-graph';
import { StructuredData } from './structured-data';
import { renderWithdrawnPage } from './withdrawn-page';

/** A released bulletin, or the notice that stands for a withdrawn one. */
export function renderBulletinPage(frame: Frame, content: BulletinPageContent): string {
  if (content.published.withdrawn !== null) return renderWithdrawnPage(frame, content);
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
          <section>
            <h2 class="side-title">{TEXTS.bulletin.contacts}</h2>
            {edition.offices.map((office) => (
              <ContactCard office={office} headingLevel={3} />
            ))}
          </section>
          <section class="fingerprint">
            <h2 class="side-title">{TEXTS.bulletin.fingerprint}</h2>
            <code>{edition.hash}</code>
            <p>{TEXTS.bulletin.fingerprintHint}</p>
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
            : { path: cropPath(image, 'paylasim'), alt: image.alt, ...cropSize(image, 'paylasim') }
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
      <Downloads edition={edition} />
    </header>
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
