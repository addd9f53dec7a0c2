import { Module } from '@nestjs/common';
import { DocumentsService } from './documents.service';

/** Editions as PDF, Word, plain text, mail and messages; other modules use `DocumentsService`. */
@Module({
  providers: [DocumentsService],
  exports: [DocumentsService],
})
export class DocumentsModule {}
