import { Module } from '@nestjs/common';
import { NewsroomController } from './newsroom.controller';
import { NewsroomFeedsController } from './newsroom-feeds.controller';
import { NewsroomFrames } from './newsroom-frames';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { PublishedEditions } from './published-editions';
import { DatabasePublishedEditions } from './published-editions.database';

/** The public newsroom. Feeds come first: their addresses are narrower than that of a bulletin. */
@Module({
  controllers: [NewsroomFeedsController, NewsroomController],
  providers: [
    NewsroomFrames,
    NewsroomNotFoundFilter,
    { provide: PublishedEditions, useClass: DatabasePublishedEditions },
  ],
  exports: [PublishedEditions, NewsroomNotFoundFilter],
})
export class NewsroomModule {}
