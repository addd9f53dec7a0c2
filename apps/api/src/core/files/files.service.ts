import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CROPS, inPercents, type CropName, type Focus, type Size } from '@domain/files/crop';
import { DomainError, ErrorCode } from '@domain/errors';
import { isOwnFile, mayUpload } from '@domain/files/file.policy';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../context';
import { Ledger } from '../ledger/ledger.service';
import { Transactions } from '../transactions';
import { examineFile } from './file-intake';
import { extensionOfMediaType } from './file-kinds';
import { renditionFileName } from './file-name';
import { FileStore } from './file-store';
import { FileVisibility } from './file-visibility';
import { FileEntity } from './file.entity';
import { cropAround } from './image-crop';
import { RENDITION_WIDTHS, type RenditionName } from './image-intake';

export interface NewFile {
  /** As it came; it is cleaned here. */
  readonly fileName: string;
  readonly content: Buffer;
}

/** A file or one of its renditions that the asker may read. The bytes are fetched only when they are asked for. */
export interface OpenedFile {
  readonly file: FileEntity;
  readonly mediaType: string;
  readonly bytes: number;
  /** Pixels; null for documents. */
  readonly width: number | null;
  readonly height: number | null;
  /** The name for a download; a rendition's tells which it is. */
  readonly fileName: string;
  /** Strong validator, quoted: the content never changes under it. */
  readonly etag: string;
  readonly stream: () => Promise<Readable>;
  readonly content: () => Promise<Buffer>;
}

/**
 * Pictures and documents: taken in after examination, stored under office and hash, given out to those who may see
 * them. The same content twice from one office lies in the store once; between offices nothing is shared, so that
 * nobody learns by uploading what another office has.
 */
@Injectable()
export class FilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly store: FileStore,
    private readonly visibility: FileVisibility,
  ) {}

  /**
   * Takes a file for the office acted for. The bytes are stored before the row: a crash in between leaves bytes that
   * nothing names, never a row without bytes. Refuses: FORBIDDEN, UNACCEPTABLE_FILE, TOO_MANY.
   */
  async upload(ctx: RequestContext, { fileName, content }: NewFile): Promise<FileEntity> {
    authorize(mayUpload(ctx.actor), ['file']);
    const { officeId, userId } = ctx.actor;
    if (officeId === null || userId === null) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['file'] });
    const { row, versions } = await examineFile(fileName, content);
    for (const version of versions) {
      await this.store.put(keyOf({ officeId, sha256: row.sha256 }, version.name), version.content, version.mediaType);
    }
    return this.transactions.run(ctx, async (ctx) => {
      const identity = { id: newId(ctx.now), officeId, createdById: userId, createdAt: ctx.now };
      const file = await ctx.db.save(Object.assign(new FileEntity(), identity, row));
      const { sha256, mediaType, bytes } = row;
      const data = { sha256, mediaType, bytes };
      await this.ledger.record(ctx, { name: 'file.uploaded', subjectType: 'file', subjectId: file.id, data });
      return file;
    });
  }

  /** A file of the office acted for, to attach it to something. Refuses: NOT_FOUND, also for files of others. */
  async getOwn(ctx: RequestContext, fileId: string): Promise<FileEntity> {
    const file = await this.find(ctx, fileId);
    if (!file || !isOwnFile(ctx.actor, file)) throw notFound();
    return file;
  }

  /**
   * Opens a file for somebody signed in: of the own office, or attached to something that they may see.
   * Refuses: NOT_FOUND.
   */
  async open(ctx: RequestContext, fileId: string, rendition?: string): Promise<OpenedFile> {
    const file = await this.find(ctx, fileId);
    if (!file) throw notFound();
    const isVisible = isOwnFile(ctx.actor, file) || (await this.visibility.canView(ctx, file.id));
    if (!isVisible) throw notFound();
    return this.opened(file, rendition);
  }

  /** Opens a file for anybody, if the release gate lets it out at this instant. Refuses: NOT_FOUND. */
  async openPublic(ctx: RequestContext, fileId: string, rendition?: string): Promise<OpenedFile> {
    const file = await this.find(ctx, fileId);
    if (!file || !(await this.visibility.isPublic(ctx, file.id))) throw notFound();
    return this.opened(file, rendition);
  }

  /**
   * Opens a crop of a picture that the release gate lets out at this instant. It is made once and kept beside the
   * renditions, so the caller lets only a focus through that a released text names. Refuses: NOT_FOUND, TOO_MANY.
   */
  async openPublicCrop(ctx: RequestContext, fileId: string, name: CropName, focus: Focus): Promise<OpenedFile> {
    const file = await this.find(ctx, fileId);
    if (!file?.isImage || !(await this.visibility.isPublic(ctx, file.id))) throw notFound();
    const { x, y } = inPercents(focus);
    const version = `${name}-${x}-${y}`;
    const content =
      (await this.store.get(keyOf(file, version))) ?? (await this.crop(file, version, CROPS[name], focus));
    return {
      file,
      mediaType: 'image/jpeg',
      bytes: content.length,
      width: null,
      height: null,
      fileName: renditionFileName(file.fileName, name, 'jpg'),
      etag: etagOf(file, version),
      stream: async () => Readable.from([content]),
      content: async () => content,
    };
  }

  /**
   * Opens a file without asking who reads: for documents and mails made of a text whose own gate was asked already.
   * Refuses: NOT_FOUND.
   */
  async openForRelease(ctx: RequestContext, fileId: string, rendition?: RenditionName): Promise<OpenedFile> {
    const file = await this.find(ctx, fileId);
    if (!file) throw notFound();
    return this.opened(file, rendition);
  }

  private async crop(file: FileEntity, version: string, shape: Size, focus: Focus): Promise<Buffer> {
    const base = this.opened(file, 'w1600' satisfies RenditionName);
    const content = await cropAround(await base.content(), shape, focus);
    await this.store.put(keyOf(file, version), content, 'image/jpeg');
    return content;
  }

  private async find(ctx: RequestContext, fileId: string): Promise<FileEntity | null> {
    return isId(fileId) ? ctx.db.findOneBy(FileEntity, { id: fileId }) : null;
  }

  private opened(file: FileEntity, rendition: string | undefined): OpenedFile {
    if (rendition === undefined) {
      const { mediaType, bytes, width, height, fileName } = file;
      return { file, mediaType, bytes, width, height, fileName, ...this.bytesOf(file, 'original') };
    }
    const { name, mediaType, bytes, width, height } = renditionOf(file, rendition);
    const fileName = renditionFileName(file.fileName, name, extensionOfMediaType(mediaType));
    return { file, mediaType, bytes, width, height, fileName, ...this.bytesOf(file, name) };
  }

  private bytesOf(file: FileEntity, version: string): Pick<OpenedFile, 'etag' | 'stream' | 'content'> {
    const key = keyOf(file, version);
    return {
      etag: etagOf(file, version),
      stream: async () => (await this.store.stream(key)) ?? lost(key),
      content: async () => (await this.store.get(key)) ?? lost(key),
    };
  }
}

function etagOf(file: FileEntity, version: string): string {
  return `"${file.sha256.slice(0, 32)}-${version}"`;
}

function keyOf(place: { readonly officeId: string; readonly sha256: string }, version: string): string {
  return `${place.officeId}/${place.sha256}/${version}`;
}

/** A picture that is narrower than a rendition has no such one of its own: its widest takes the place. */
function renditionOf(file: FileEntity, name: string): FileEntity['renditions'][number] {
  if (!Object.hasOwn(RENDITION_WIDTHS, name)) throw notFound();
  const rendition = file.renditions.find((candidate) => candidate.name === name) ?? file.renditions.at(-1);
  if (!rendition) throw notFound();
  return rendition;
}

function notFound(): DomainError {
  return new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
}

function lost(key: string): never {
  throw new Error(`File store: ${key} has a row but no bytes`);
}
