import { Module } from '@nestjs/common';
import { BulletinAftermath } from './bulletin-aftermath.service';
import { BulletinAttachments } from './bulletin-attachments.service';
import { BulletinCharterResolver } from './bulletin-charter.resolver';
import { BulletinComments } from './bulletin-comments.service';
import { BulletinDesk } from './bulletin-desk.service';
import { BulletinDeskResolver } from './bulletin-desk.resolver';
import { BulletinEditions } from './bulletin-editions.service';
import { BulletinFiles } from './bulletin-files.service';
import { BulletinGate } from './bulletin-gate.service';
import { BulletinLoading } from './bulletin-loading.service';
import { BulletinParticipation } from './bulletin-participation.service';
import { BulletinRelease } from './bulletin-release.service';
import { BulletinReleaseClock } from './bulletin-release-clock.service';
import { BulletinRevisions } from './bulletin-revisions.service';
import { BulletinSections } from './bulletin-sections.service';
import { BulletinSignoff } from './bulletin-signoff.service';
import { BulletinTemplatesResolver } from './bulletin-templates.resolver';
import { BulletinTemplates } from './bulletin-templates.service';
import { BulletinWritingResolver } from './bulletin-writing.resolver';
import { BulletinQueries } from './bulletins.queries';
import { BulletinsResolver } from './bulletins.resolver';
import { BulletinsService } from './bulletins.service';
import { SectionWritings } from './section-writings';

const resolvers = [
  BulletinsResolver,
  BulletinWritingResolver,
  BulletinDeskResolver,
  BulletinTemplatesResolver,
  BulletinCharterResolver,
];
const writing = [
  BulletinsService,
  BulletinSections,
  SectionWritings,
  BulletinRevisions,
  BulletinAttachments,
  BulletinComments,
  BulletinDesk,
  BulletinTemplates,
];
const signing = [BulletinFiles, BulletinLoading, BulletinParticipation, BulletinSignoff, BulletinQueries];
const release = [BulletinEditions, BulletinGate, BulletinRelease, BulletinReleaseClock, BulletinAftermath];

/** Joint bulletins, from the first draft to the correction. */
@Module({
  providers: [...resolvers, ...writing, ...signing, ...release],
  exports: [...writing, ...signing, ...release],
})
export class BulletinsModule {}
