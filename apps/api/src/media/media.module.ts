import { Module } from '@nestjs/common';
import { MediaContacts } from './media-contacts.service';
import { MediaDemo } from './media-demo';
import { MediaExportController } from './media-export.controller';
import { MediaExports } from './media-exports.service';
import { MediaGuideResolver } from './media-guide.resolver';
import { MediaImports } from './media-imports.service';
import { MediaKeys } from './media-keys';
import { MediaLists } from './media-lists.service';
import { MediaListsResolver } from './media-lists.resolver';
import { MediaOutlets } from './media-outlets.service';
import { MediaPreferences } from './media-preferences.service';
import { MediaQueries } from './media.queries';
import { MediaRecipients } from './media-recipients.service';

const guide = [MediaOutlets, MediaContacts, MediaLists, MediaImports, MediaExports, MediaQueries, MediaKeys];

/** The press guide: whom each office sends to, on what ground, and what the recipients want of it. */
@Module({
  controllers: [MediaExportController],
  providers: [...guide, MediaRecipients, MediaPreferences, MediaDemo, MediaGuideResolver, MediaListsResolver],
  exports: [MediaOutlets, MediaContacts, MediaLists, MediaRecipients, MediaPreferences, MediaDemo],
})
export class MediaModule {}
