import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, NotFoundException, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { utcToLocal } from '@turkish/dates';
import { Env } from '../config/env';
import { Ctx, type RequestContext } from '../core/context';
import { contentDisposition } from '../core/files/file-name';
import { sendFile, type FileAudience } from '../core/files/file-response';
import { FilesService, type OpenedFile } from '../core/files/files.service';
import { archiveBytes, zipArchive } from '../core/files/zip-archive';
import { Public } from '../core/public.decorator';
import { documentFileName, type DocumentFormat } from '../documents/edition-links';
import { DocumentsService } from '../documents/documents.service';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { editionLinks } from './newsroom.links';
import { readCrop } from './newsroom.requests';
import { PublishedEditions } from './published-editions';

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};

/** Asked again each time: what was public may have been withdrawn. */
const PUBLIC_AUDIENCE: FileAudience = { cacheControl: 'public, no-cache', resourcePolicy: 'cross-origin' };

/** Downloads of the newsroom: the bulletin as PDF, Word and text, its pictures and documents. */
@Public()
@Controller('basin')
@UseFilters(NewsroomNotFoundFilter)
export class NewsroomFilesController {
  constructor(
    private readonly editions: PublishedEditions,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly env: Env,
  ) {}

  @Get('dosya/:fileId/:fileName')
  async file(
    @Ctx() ctx: RequestContext,
    @Param('fileId') fileId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.openPublic(ctx, fileId), PUBLIC_AUDIENCE);
  }

  @Get('dosya/:fileId/:rendition/:fileName')
  async rendition(
    @Ctx() ctx: RequestContext,
    @Param('fileId') fileId: string,
    @Param('rendition') rendition: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.version(ctx, fileId, rendition), PUBLIC_AUDIENCE);
  }

  /** All pictures under their dated names; nothing is packed tighter, so the size is known and shown before. */
  @Get(':year/:slug.zip')
  async pictures(
    @Ctx() ctx: RequestContext,
    @Param('year') year: string,
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const published = await this.released(ctx, year, slug);
    const pictures = published.edition.files.filter((file) => file.isImage);
    const bytes = archiveBytes(pictures.map((file) => ({ name: file.fileName, bytes: file.bytes })));
    if (pictures.length === 0 || bytes === null) throw new NotFoundException();
    response.set({ ETag: validatorOf(published), 'Cache-Control': 'public, no-cache' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Length', bytes);
    response.setHeader(
      'Content-Disposition',
      contentDisposition('attachment', documentFileName(published.edition, 'zip')),
    );
    const entries = pictures.map((file) => ({
      name: file.fileName,
      bytes: file.bytes,
      content: async () => (await this.files.openPublic(ctx, file.fileId)).content(),
    }));
    const at = utcToLocal(new Date(published.firstPublishedAt));
    if (request.method === 'HEAD') response.end();
    else await pipeline(Readable.from(zipArchive(entries, at)), response);
  }

  @Get(':year/:slug.:format')
  async document(
    @Ctx() ctx: RequestContext,
    @Param('year') year: string,
    @Param('slug') slug: string,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const published = await this.released(ctx, year, slug);
    if (!isDocumentFormat(format)) throw new NotFoundException();
    const read = async (fileId: string) => (await this.files.openPublic(ctx, fileId)).content();
    response.set({ ETag: validatorOf(published), 'Cache-Control': 'public, no-cache' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', mediaTypes[format]);
    response.setHeader(
      'Content-Disposition',
      contentDisposition('attachment', documentFileName(published.edition, format)),
    );
    if (format === 'pdf') response.end(await this.documents.pdf(published, read));
    else if (format === 'docx') response.end(await this.documents.docx(published, read));
    else response.end(this.documents.plainText(published, editionLinks(this.env.BASE_URL, published.edition)));
  }

  private async released(ctx: RequestContext, year: string, slug: string): Promise<PublishedEdition> {
    const published = /^\d{4}$/.test(year) ? await this.editions.bySlug(ctx, Number(year), slug) : null;
    if (!published || published.withdrawn) throw new NotFoundException();
    return published;
  }

  /** A rendition of the whole picture, or a crop around a point that a released edition names. */
  private async version(ctx: RequestContext, fileId: string, name: string): Promise<OpenedFile> {
    const crop = readCrop(name);
    if (crop === null) return this.files.openPublic(ctx, fileId, name);
    if (!(await this.editions.isFramed(ctx, fileId, crop.focus))) throw new NotFoundException();
    return this.files.openPublicCrop(ctx, fileId, crop.name, crop.focus);
  }
}

function validatorOf({ edition, updatedAt }: PublishedEdition): string {
  return `W/"${edition.hash.slice(0, 24)}-${updatedAt}"`;
}

function isDocumentFormat(format: string): format is DocumentFormat {
  return Object.hasOwn(mediaTypes, format);
}
