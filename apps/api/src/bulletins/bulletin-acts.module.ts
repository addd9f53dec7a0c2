import { Module } from '@nestjs/common';
import { BulletinActsResolver } from './bulletin-acts.resolver';
import { BulletinBulk } from './bulletin-bulk.service';
import { BulletinFollows } from './bulletin-follows.service';
import { BulletinMentions } from './bulletin-mentions.service';
import { BulletinReminders } from './bulletin-reminders.service';
import { BulletinsModule } from './bulletins.module';

/** What one does with bulletins from a list or beside the text. */
@Module({
  imports: [BulletinsModule],
  providers: [BulletinActsResolver, BulletinBulk, BulletinFollows, BulletinMentions, BulletinReminders],
})
export class BulletinActsModule {}
