import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module';
import { IdentityModule } from '../identity/identity.module';
import { CollaborationDoor } from './collaboration-door';
import { CollaborationServer } from './collaboration.server';
import { Participants } from './participants.service';
import { SectionAccesses } from './section-access.service';
import { SectionDrafts } from './section-drafts.service';
import { SuggestionReading } from './suggestion-reading.service';
import { SuggestionRecords } from './suggestion-records.service';
import { Suggestions } from './suggestions.service';
import { SuggestionsResolver } from './suggestions.resolver';

/** Writing one text together: shared documents of sections, suggestions, presence. */
@Module({
  imports: [BulletinsModule, IdentityModule],
  providers: [
    CollaborationDoor,
    CollaborationServer,
    Participants,
    SectionAccesses,
    SectionDrafts,
    SuggestionReading,
    SuggestionRecords,
    Suggestions,
    SuggestionsResolver,
  ],
})
export class CollaborationModule {}
