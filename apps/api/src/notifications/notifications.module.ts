import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module';
import { BulletinChanges } from './bulletin-changes.service';
import { LiveResolver } from './live.resolver';

/** What people are told: live in the workspace, in their notifications and by mail. */
@Module({
  imports: [BulletinsModule],
  providers: [BulletinChanges, LiveResolver],
})
export class NotificationsModule {}
