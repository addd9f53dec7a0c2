import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { text, urlencoded } from 'express';
import { MediaModule } from '../media/media.module';
import { NewsroomController } from './newsroom.controller';
import { DocumentsModule } from '../documents/documents.module';
import { NewsroomFilesController } from './newsroom-files.controller';
import { NewsroomFeedsController } from './newsroom-feeds.controller';
import { NewsroomFrames } from './newsroom-frames';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { PublishedEditions } from './published-editions';
import { DatabasePublishedEditions } from './published-editions.database';
import { SubscriptionsController } from './subscriptions.controller';

/** The public newsroom. What has narrower addresses than a bulletin comes first. */
@Module({
  imports: [DocumentsModule, MediaModule],
  controllers: [SubscriptionsController, NewsroomFeedsController, NewsroomFilesController, NewsroomController],
  providers: [
    NewsroomFrames,
    NewsroomNotFoundFilter,
    { provide: PublishedEditions, useClass: DatabasePublishedEditions },
  ],
  exports: [PublishedEditions, NewsroomNotFoundFilter],
})
export class NewsroomModule implements NestModule {
  /** Forms are read here alone; everything else speaks JSON. */
  configure(consumer: MiddlewareConsumer): void {
    const limit = '20kb';
    consumer
      .apply(urlencoded({ extended: false, limit }), text({ type: 'multipart/form-data', limit }))
      .forRoutes(SubscriptionsController);
  }
}
