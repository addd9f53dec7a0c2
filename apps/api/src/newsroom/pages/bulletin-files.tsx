import type { VNode } from 'preact';
import type { CropName } from '@domain/files/crop';
import type { Edition, EditionFile, PublishedEdition } from '@domain/bulletins/edition';
import type { DocumentFormat } from '../../documents/edition-links';
import { archiveBytes } from '../../core/files/zip-archive';
import { whatsappText } from '../../documents/edition-text';
import { cropPath, documentPath, filePath, imagePath, picturesPath } from '../newsroom.addresses';
import { sizeOf } from '../newsroom.dates';
import { editionLinks } from '../newsroom.links';
import { TEXTS } from '../newsroom.texts';
import { cropSize, displaySize } from './bulletin-list';
import type { Frame } from './document';

const DOCUMENT_FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'txt'];

/** An image with its caption and credit, and the original to download. */
export function ImageFigure({
  file,
  loading,
  crop,
}: {
  readonly file: EditionFile;
  readonly loading: 'eager' | 'lazy';
  /** In a gallery of equal tiles; the download is always the whole picture. */
  readonly crop?: CropName;
}): VNode {
  const size = crop === undefined ? displaySize(file.width, file.height) : cropSize(file, crop);
  return (
    <figure class="photo">
      <img
        src={crop === undefined ? imagePath(file) : cropPath(file, crop)}
        alt={file.alt ?? ''}
        loading={loading}
        decoding="async"
        {...size}
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
          <ImageFigure file={file} loading="lazy" crop="buyuk" />
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
    <nav class="downloads" aria-label={TEXTS.bulletin.downloads}>
      <ul class="plain">
        <PicturesLink edition={edition} />
        {DOCUMENT_FORMATS.map((format) => (
          <li>
            <a href={documentPath(edition, format)}>{TEXTS.bulletin.formats[format]}</a>
          </li>
        ))}
        <li>
          <a href={documentPath(edition, 'ninjs.json')}>{TEXTS.feeds.names['ninjs.json']}</a>
        </li>
      </ul>
    </nav>
  );
}

/** All pictures in one archive, with its size before anybody loads it over a telephone. */
function PicturesLink({ edition }: { readonly edition: Edition }): VNode | null {
  const pictures = edition.files.filter((file) => file.isImage);
  const bytes = archiveBytes(pictures.map((file) => ({ name: file.fileName, bytes: file.bytes })));
  if (pictures.length === 0 || bytes === null) return null;
  return (
    <li>
      <a href={picturesPath(edition)}>{TEXTS.bulletin.pictures(pictures.length, sizeOf(bytes))}</a>
    </li>
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
