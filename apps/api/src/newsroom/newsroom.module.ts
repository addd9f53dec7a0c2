import { Module } from '@nestjs/common';
import { NewsroomController } from './newsroom.controller';
import { DocumentsModule } from '../documents/documents.module';
import { NewsroomFilesController } from './newsroom-files.controller';
import { NewsroomFeedsController } from './newsroom-feeds.controller';
import { NewsroomFrames } from './newsroom-frames';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { PublishedEditions } from './published-editions';
import { DatabasePublishedEditions } from './published-editions.database';

/** The public newsroom. Feeds and files come first: their addresses are narrower than that of a bulletin. */
@Module({
  imports: [DocumentsModule],
  controllers: [NewsroomFeedsController, NewsroomFilesController, NewsroomController],
  providers: [
    NewsroomFrames,
    NewsroomNotFoundFilter,
    { provide: PublishedEditions, useClass: DatabasePublishedEditions },
  ],
  exports: [PublishedEditions, NewsroomNotFoundFilter],
})
export class NewsroomModule {}
