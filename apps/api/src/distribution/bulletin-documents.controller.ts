import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Ctx, type RequestContext } from '../core/context';
import { contentDisposition } from '../core/files/file-name';
import { FilesService } from '../core/files/files.service';
import { documentFileName } from '../documents/edition-links';
import { DocumentsService } from '../documents/documents.service';
import { Distribution } from './distribution.service';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

type Format = keyof typeof mediaTypes;

/** The bulletin as a file, as it would go out now: to read, print and approve before its release. */
@Controller('bulletins')
export class BulletinDocumentsController {
  constructor(
    private readonly distribution: Distribution,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
  ) {}

  /** Refuses: NOT_FOUND, FORBIDDEN to readers who do not work on it. */
  @Get(':id/document.:format')
  async document(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    if (!isFormat(format)) throw new NotFoundException();
    const published = await this.distribution.wordsNow(ctx, id);
    const read = async (fileId: string) => (await this.files.openForRelease(ctx, fileId)).content();
    const content = await this.documents[format](published, read);
    const fileName = documentFileName(published.edition, format);
    response.set({
      'Content-Type': mediaTypes[format],
      'Content-Disposition': contentDisposition('attachment', fileName),
      'Cache-Control': 'private, no-store',
    });
    response.end(content);
  }
}

function isFormat(format: string): format is Format {
  return Object.hasOwn(mediaTypes, format);
}
