import { Module, RequestMethod, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { AdministrationModule } from './administration/administration.module';
import { BulletinActsModule } from './bulletins/bulletin-acts.module';
import { BulletinsModule } from './bulletins/bulletins.module';
import { CalendarModule } from './calendar/calendar.module';
import { CollaborationModule } from './collaboration/collaboration.module';
import { ContextMiddleware } from './core/context.middleware';
import { CoreModule, type ProcessOptions } from './core/core.module';
import { TekSesGraphqlModule } from './core/graphql/graphql.module';
import { FilesModule } from './core/files/files.module';
import { DeskModule } from './desk/desk.module';
import { DeliveryModule } from './core/delivery/delivery.module';
import { IdentityModule } from './identity/identity.module';
import { RequestLimitMiddleware } from './identity/request-limit.middleware';
import { DistributionModule } from './distribution/distribution.module';
import { MediaModule } from './media/media.module';
import { NewsroomModule } from './newsroom/newsroom.module';
import { NotificationsModule } from './notifications/notifications.module';
import { OfficesModule } from './offices/offices.module';

/** The modules of the product, in the order in which they may know each other. */
@Module({})
export class AppModule implements NestModule {
  static forProcess(options: ProcessOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forProcess(options),
        TekSesGraphqlModule,
        FilesModule,
        DeliveryModule,
        IdentityModule,
        OfficesModule,
        MediaModule,
        BulletinsModule,
        BulletinActsModule,
        CalendarModule,
        CollaborationModule,
        NewsroomModule,
        DistributionModule,
        NotificationsModule,
        DeskModule,
        AdministrationModule,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ContextMiddleware).forRoutes('{*path}');
    consumer
      .apply(RequestLimitMiddleware)
      .forRoutes('graphql', 'auth/{*path}', { path: 'files', method: RequestMethod.POST });
  }
}
