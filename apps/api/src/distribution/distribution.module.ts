import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module';
import { DocumentsModule } from '../documents/documents.module';
import { MediaModule } from '../media/media.module';
import { BulletinDocumentsController } from './bulletin-documents.controller';
import { DistributionMail } from './distribution-mail.service';
import { DistributionRecipients } from './distribution-recipients.service';
import { DistributionResolver } from './distribution.resolver';
import { DistributionTexts } from './distribution-texts.service';
import { Distribution } from './distribution.service';
import { DistributionTable } from './distribution-table.service';
import { OfficeDkimKeyResolver } from './office-dkim-key.resolver';
import { OutlookResolver } from './outlook.resolver';
import { Outlook } from './outlook.service';
import { Senders } from './senders.service';

/** Servis: the released words to the media, once per address, and what became of every mail. */
@Module({
  imports: [BulletinsModule, MediaModule, DocumentsModule],
  controllers: [BulletinDocumentsController],
  providers: [
    DistributionResolver,
    OfficeDkimKeyResolver,
    OutlookResolver,
    Outlook,
    DistributionTexts,
    Distribution,
    DistributionRecipients,
    DistributionTable,
    DistributionMail,
    Senders,
  ],
})
export class DistributionModule {}
