import { Injectable, PayloadTooLargeException, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { IMAGE_LIMITS } from './image-intake';

/** The file part of a multipart request, held in memory. */
export interface UploadedPart {
  readonly originalname: string;
  readonly buffer: Buffer;
}

export const FILE_FIELD = 'file';

const FileReceiver = FileInterceptor(FILE_FIELD, {
  // Browsers send names in UTF-8.
  defParamCharset: 'utf8',
  limits: { fileSize: IMAGE_LIMITS.bytes, files: 1, fields: 4, parts: 5, fieldSize: 1024, headerPairs: 20 },
});

/** Receives one file of at most 25 MB in the field `file`; what is beyond that is never held. */
@Injectable()
export class UploadInterceptor extends FileReceiver {
  override async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    try {
      return await super.intercept(execution, next);
    } catch (error) {
      if (!(error instanceof PayloadTooLargeException)) throw error;
      throw refuseFile(FileRefusal.TOO_LARGE, { limitBytes: IMAGE_LIMITS.bytes }, error);
    }
  }
}
