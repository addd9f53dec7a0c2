import { Controller, Get, Param, Post, Req, Res, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { Ctx, type RequestContext } from '../context';
import type { FileEntity } from './file.entity';
import { PRIVATE_AUDIENCE, sendFile } from './file-response';
import { FilesService } from './files.service';
import { UploadGuard } from './upload.guard';
import { UploadInterceptor, type UploadedPart } from './upload.interceptor';

/** What the uploader is told; the id is what a GraphQL input names the file by. */
type UploadAnswer = Pick<
  FileEntity,
  'id' | 'fileName' | 'mediaType' | 'bytes' | 'width' | 'height' | 'suggestedCaption' | 'suggestedCredit'
>;

/** Files in and out over plain HTTP: GraphQL is no place for bytes. Everything here needs a session or token. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  /** Takes one file, `multipart/form-data`, field `file`, with the header `X-Tekses: 1` as every POST. */
  @Post()
  @UseGuards(UploadGuard)
  @UseInterceptors(UploadInterceptor)
  async upload(@Ctx() ctx: RequestContext, @UploadedFile() part: UploadedPart | undefined): Promise<UploadAnswer> {
    if (!part) throw refuseFile(FileRefusal.EMPTY);
    const file = await this.files.upload(ctx, { fileName: part.originalname, content: part.buffer });
    const { id, fileName, mediaType, bytes, width, height, suggestedCaption, suggestedCredit } = file;
    return { id, fileName, mediaType, bytes, width, height, suggestedCaption, suggestedCredit };
  }

  @Get(':id')
  async original(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.open(ctx, id), PRIVATE_AUDIENCE);
  }

  @Get(':id/:rendition')
  async rendition(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Param('rendition') rendition: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.open(ctx, id, rendition), PRIVATE_AUDIENCE);
  }
}
