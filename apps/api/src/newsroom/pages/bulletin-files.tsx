import type { VNode } from 'preact';
import type { Edition, EditionFile, PublishedEdition } from '@domain/bulletins/edition';
import type { DocumentFormat } from '../../documents/edition-links';
import { whatsappText } from '../../documents/edition-text';
import { documentPath, filePath, imagePath } from '../newsroom.addresses';
import { sizeOf } from '../newsroom.dates';
import { editionLinks } from '../newsroom.links';
import { TEXTS } from '../newsroom.texts';
import { displaySize } from './bulletin-list';
import type { Frame } from './document';

const DOCUMENT_FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'txt'];

/** An image with its caption and credit, and the original to download. */
export function ImageFigure({
  file,
  loading,
}: {
  readonly file: EditionFile;
  readonly loading: 'eager' | 'lazy';
}): VNode {
  return (
    <figure class="photo">
      <img
        src={imagePath(file)}
        alt={file.alt ?? ''}
        loading={loading}
        decoding="async"
        {...displaySize(file.width, file.height)}
      />
      <figcaption>
        {file.caption === null ? null : <span class="caption">{file.caption}</span>}
        {file.credit === null ? null : <span class="credit">{TEXTS.bulletin.credit(file.credit)}</span>}
        <DownloadLink file={file} />
      </figcaption>
    </figure>
  );
}

/** All images after the first one, which stands on top of the text. */
export function Photos({ files }: { readonly files: readonly EditionFile[] }): VNode | null {
  const rest = files.slice(1);
  if (rest.length === 0) return null;
  return (
    <section class="photos">
      <h2 class="side-title">{TEXTS.bulletin.photos}</h2>
      <div class="photo-grid">
        {rest.map((file) => (
          <ImageFigure file={file} loading="lazy" />
        ))}
      </div>
    </section>
  );
}

export function Attachments({ files }: { readonly files: readonly EditionFile[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <section class="attachments">
      <h2 class="side-title">{TEXTS.bulletin.attachments}</h2>
      <ul class="plain">
        {files.map((file) => (
          <li>
            {file.caption === null ? null : <span class="caption">{file.caption}</span>}
            <DownloadLink file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole bulletin as a file. */
export function Downloads({ edition }: { readonly edition: Edition }): VNode {
  return (
    <section class="downloads">
      <h2 class="side-title">{TEXTS.bulletin.downloads}</h2>
      <ul class="plain">
        {DOCUMENT_FORMATS.map((format) => (
          <li>
            <a href={documentPath(edition, format)}>{TEXTS.bulletin.formats[format]}</a>
          </li>
        ))}
        <li>
          <a href={documentPath(edition, 'ninjs.json')}>{TEXTS.feeds.names['ninjs.json']}</a>
        </li>
      </ul>
    </section>
  );
}

/** The short text for messaging groups; one click selects all of it (CSS), no script needed. */
export function MessageText({
  frame,
  published,
}: {
  readonly frame: Frame;
  readonly published: PublishedEdition;
}): VNode {
  return (
    <details class="message">
      <summary>{TEXTS.bulletin.messageTitle}</summary>
      <p class="hint">{TEXTS.bulletin.messageHint}</p>
      <p class="message-text">{whatsappText(published, editionLinks(frame.baseUrl, published.edition))}</p>
    </details>
  );
}

function DownloadLink({ file }: { readonly file: EditionFile }): VNode {
  return (
    <a class="download" href={filePath(file)} download={file.fileName}>
      {`${TEXTS.bulletin.download} (${fileFacts(file)})`}
      <span class="hidden">{`, ${file.fileName}`}</span>
    </a>
  );
}

/** 'JPG, 3000×2000, 1,8 MB' */
export function fileFacts(file: EditionFile): string {
  const kind = (file.fileName.split('.').at(-1) ?? file.mediaType).toLocaleUpperCase('en');
  const size = file.width === null || file.height === null ? [] : [`${file.width}×${file.height}`];
  return [kind, ...size, sizeOf(file.bytes)].join(', ');
}
