import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BulletinKind, BulletinState, ConsentScope, ParticipantState, SectionKind } from '@domain/bulletins/bulletin';
import { BulletinAct } from '@domain/bulletins/bulletin.policy';
import { FindingCode, FindingSeverity } from '@domain/bulletins/completeness';
import { SectionAct } from '@domain/bulletins/section.policy';
import { OfficeSignoffStatus } from '@domain/signoff/signoff';
import { connectionOf } from '../core/graphql/connection';

registerEnumType(BulletinKind, { name: 'BulletinKind', description: 'What kind of text it is.' });
registerEnumType(BulletinState, { name: 'BulletinState', description: 'Where in its life it stands.' });
registerEnumType(ParticipantState, { name: 'ParticipantState', description: 'What an invited office answered.' });
registerEnumType(SectionKind, { name: 'SectionKind', description: 'Parts of a bulletin, in page order.' });
registerEnumType(ConsentScope, { name: 'ConsentScope', description: 'Where a quote may be used.' });
registerEnumType(BulletinAct, { name: 'BulletinAct', description: 'What somebody may do with a bulletin.' });
registerEnumType(SectionAct, { name: 'SectionAct', description: 'What somebody may do with a section.' });
registerEnumType(OfficeSignoffStatus, {
  name: 'OfficeSignoffStatus',
  description: 'Where an office stands with its signature.',
});
registerEnumType(FindingCode, { name: 'FindingCode', description: 'What a check before release finds.' });
registerEnumType(FindingSeverity, { name: 'FindingSeverity', description: 'BLOCK stops the approval, WARN is shown.' });

@ObjectType('OfficeSummary', { description: 'An office by name, as everybody may know it.' })
export class OfficeSummaryType {
  @Field(() => ID, { description: 'Id of the office.' })
  id: string;

  @Field(() => String, { description: "'edremit'" })
  code: string;

  @Field(() => String, { description: "'Edremit Belediyesi'" })
  name: string;
}

@ObjectType('PersonSummary', { description: 'A person by name.' })
export class PersonSummaryType {
  @Field(() => ID, { description: 'Id of the user.' })
  id: string;

  @Field(() => String, { description: 'Name as shown to colleagues.' })
  name: string;
}

@ObjectType('LocalTime', { description: 'A wall-clock time with its zone, and the instant it stands for.' })
export class LocalTimeType {
  @Field(() => Date, { description: 'The instant (UTC).' })
  at: Date;

  @Field(() => String, { description: "'YYYY-MM-DDTHH:mm' as entered." })
  local: string;

  @Field(() => String, { description: "IANA zone, 'Europe/Istanbul'." })
  zone: string;
}

@ObjectType('BulletinTag', { description: 'A tag; one that names an office leaves with it.' })
export class BulletinTagType {
  @Field(() => String, { description: 'Folded, for addresses and filters.' })
  slug: string;

  @Field(() => String, { description: 'As written.' })
  label: string;
}

@ObjectType('BulletinSignature', {
  description: 'Where one office stands: the lead first, then the participants in order.',
})
export class BulletinSignatureType {
  @Field(() => OfficeSummaryType, { description: 'The office.' })
  office: OfficeSummaryType;

  @Field(() => Boolean, { description: 'Whether it leads the bulletin.' })
  isLead: boolean;

  @Field(() => ParticipantState, { nullable: true, description: 'Answer to the invitation; null for the lead.' })
  participation: ParticipantState | null;

  @Field(() => OfficeSignoffStatus, { description: 'Computed from its last answer and the present words.' })
  status: OfficeSignoffStatus;

  @Field(() => Date, { nullable: true, description: 'When it last answered.' })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who answered for it; only participants see it.' })
  personName: string | null;

  @Field(() => Boolean, { description: 'Whether a dated deputy answered (vekâleten).' })
  isByDeputy: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned or why the office declined; only participants see it.',
  })
  reason: string | null;

  @Field(() => [ID], { description: 'Sections that changed since it answered.' })
  changedSectionIds: string[];

  @Field(() => Date, { nullable: true, description: 'When its time to answer ends.' })
  dueAt: Date | null;
}

@ObjectType('BulletinAttachment', { description: 'A picture or document with the words beside it.' })
export class BulletinAttachmentType {
  @Field(() => ID, { description: 'Id of the attachment.' })
  id: string;

  @Field(() => ID, { description: 'Id of the stored file: GET /files/:id.' })
  fileId: string;

  @Field(() => String, { description: 'Name as uploaded.' })
  fileName: string;

  @Field(() => String, { description: "'image/jpeg'" })
  mediaType: string;

  @Field(() => String, { nullable: true, description: 'Alternative text; needed for release.' })
  alt: string | null;

  @Field(() => String, { nullable: true, description: 'Fotoaltı; needed for release.' })
  caption: string | null;

  @Field(() => String, { nullable: true, description: 'Who took it; needed for release.' })
  credit: string | null;

  @Field(() => Float, {
    description: 'Part of the width, from the left, that crops keep in sight: 0 to 1, the middle at first. Not signed.',
  })
  focusX: number;

  @Field(() => Float, {
    description: 'Part of the height, from the top, that crops keep in sight: 0 to 1. Not signed.',
  })
  focusY: number;
}

@ObjectType('Speaker', { description: 'Who says a quote.' })
export class SpeakerType {
  @Field(() => String, { description: 'Title or role.' })
  role: string;

  @Field(() => String, { nullable: true, description: 'Name, where it is given.' })
  name: string | null;
}

@ObjectType('QuoteConsent', { description: "The speaker's consent to the quote." })
export class QuoteConsentType {
  @Field(() => ConsentScope, { description: 'Where it may be used.' })
  scope: ConsentScope;

  @Field(() => String, { description: 'Who gave it: the speaker or a deputy, in words.' })
  givenBy: string;

  @Field(() => String, { description: 'When, ISO 8601 UTC.' })
  givenAt: string;
}

@ObjectType('BulletinSection', { description: 'A section: the unit that an office owns and a signature binds to.' })
export class BulletinSectionType {
  @Field(() => ID, { description: 'Id of the section.' })
  id: string;

  @Field(() => SectionKind, { description: 'What part it is.' })
  kind: SectionKind;

  @Field(() => ID, { nullable: true, description: 'Its owner; null: shared by all.' })
  officeId: string | null;

  @Field(() => Int, { description: 'Place among sections of the same kind and owner.' })
  position: number;

  @Field(() => String, { description: 'ProseMirror JSON of the canonical text.' })
  content: string;

  @Field(() => String, { description: 'The text without marks.' })
  text: string;

  @Field(() => SpeakerType, { nullable: true, description: 'Of a quote.' })
  speaker: SpeakerType | null;

  @Field(() => QuoteConsentType, { nullable: true, description: 'Of a quote.' })
  consent: QuoteConsentType | null;

  @Field(() => [BulletinAttachmentType], { description: 'Pictures and documents, in order.' })
  attachments: BulletinAttachmentType[];

  @Field(() => String, { description: 'SHA-256 of what is signed, hex.' })
  hash: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => Date, { description: 'Last change (UTC).' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Suggestions in its draft that nobody decided yet, as last stored.' })
  openSuggestionCount: number;

  @Field(() => [SectionAct], { description: 'What the viewer may do with it now.' })
  viewerCan: SectionAct[];
}

@ObjectType('BulletinCorrection', { description: 'The other end of a correction.' })
export class BulletinCorrectionType {
  @Field(() => ID, { description: 'Id of the other bulletin.' })
  bulletinId: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number: string | null;

  @Field(() => String, { nullable: true, description: 'The note that readers see.' })
  note: string | null;
}

@ObjectType('Finding', { description: 'What a check before release finds.' })
export class FindingType {
  @Field(() => FindingCode, { description: 'What was found.' })
  code: FindingCode;

  @Field(() => FindingSeverity, { description: 'Whether it stops the approval.' })
  severity: FindingSeverity;

  @Field(() => ID, { nullable: true, description: 'The section it is about.' })
  sectionId: string | null;

  @Field(() => [String], { description: 'Values for the sentence on screen, "name=value".' })
  params: string[];
}

@ObjectType('Bulletin', { description: 'A press bulletin of a lead office and its participants.' })
export class BulletinType {
  @Field(() => ID, { description: 'Opaque, globally unique.' })
  id: string;

  @Field(() => Int, { description: 'For `expectedVersion`; raised by every change.' })
  version: number;

  @Field(() => BulletinKind, { description: 'What kind of text it is.' })
  kind: BulletinKind;

  @Field(() => BulletinState, { description: 'Where in its life it stands.' })
  state: BulletinState;

  @Field(() => String, { description: 'Plain text of the headline; 90 characters are recommended.' })
  headline: string;

  @Field(() => String, { description: 'Plain text of the standfirst.' })
  spot: string;

  @Field(() => String, { nullable: true, description: "'2026/EDR-014', from release approval on." })
  number: string | null;

  @Field(() => String, { nullable: true, description: 'Path of the public page, once released.' })
  publicPath: string | null;

  @Field(() => OfficeSummaryType, { description: 'The office that leads it.' })
  leadOffice: OfficeSummaryType;

  @Field(() => PersonSummaryType, { nullable: true, description: 'Who began it; seen by those who work on it.' })
  author: PersonSummaryType | null;

  @Field(() => [BulletinTagType], { description: 'Tags in alphabetical order.' })
  tags: BulletinTagType[];

  @Field(() => [BulletinSignatureType], { description: 'One row per office; empty for readers who do not work on it.' })
  signatures: BulletinSignatureType[];

  @Field(() => Boolean, { description: 'Whether every signature that the charter asks for stands.' })
  isSignoffComplete: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the acting office would sign now; send it back with `bulletinSign`.',
  })
  viewerSignableHash: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the text as it stands, the same for everybody who works on it, and of the edition that goes out if nothing changes; null for readers.',
  })
  textHash: string | null;

  @Field(() => Date, { description: 'When it was begun (UTC).' })
  createdAt: Date;

  @Field(() => Date, { description: 'Last change (UTC).' })
  updatedAt: Date;

  @Field(() => LocalTimeType, { nullable: true, description: 'Not a word goes out before this.' })
  embargo: LocalTimeType | null;

  @Field(() => LocalTimeType, { nullable: true, description: 'Planned release; null: as soon as the embargo allows.' })
  release: LocalTimeType | null;

  @Field(() => Date, { nullable: true, description: 'When the embargo was ended early.' })
  embargoLiftedAt: Date | null;

  @Field(() => [String], { description: 'Why the gate refused at the instant; empty otherwise.' })
  releaseRefusal: string[];

  @Field(() => Date, { nullable: true, description: 'First publication (UTC).' })
  releasedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last change of the public text (UTC).' })
  publicUpdatedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawalReason: string | null;

  @Field(() => BulletinCorrectionType, { nullable: true, description: 'What this one corrects.' })
  corrects: BulletinCorrectionType | null;

  @Field(() => BulletinCorrectionType, { nullable: true, description: 'The newest released correction of this one.' })
  correctedBy: BulletinCorrectionType | null;

  @Field(() => [BulletinAct], { description: 'What the viewer may do with it now.' })
  viewerCan: BulletinAct[];
}

@ObjectType('BulletinConnection', { description: 'A page of bulletins.' })
export class BulletinConnectionType extends connectionOf(BulletinType, 'Bulletin') {}

@ObjectType('BulletinStateCount', { description: 'How many bulletins are in a state.' })
export class BulletinStateCountType {
  @Field(() => BulletinState, { description: 'The state.' })
  state: BulletinState;

  @Field(() => Int, { description: 'At least 1.' })
  count: number;
}
