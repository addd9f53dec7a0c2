import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LegalBasis, OutletChannel, OutletNeed, OutletScope, OutletType } from '@domain/media/media';
import { MediaAct } from '@domain/media/media.policy';
import { connectionOf } from '../core/graphql/connection';
import { OfficeType } from '../offices/office.type';

registerEnumType(OutletType, { name: 'MediaOutletKind', description: 'What an outlet is.' });
registerEnumType(OutletScope, { name: 'MediaOutletScope', description: 'How far an outlet reaches.' });
registerEnumType(OutletChannel, { name: 'MediaChannel', description: 'How an outlet likes to be reached.' });
registerEnumType(OutletNeed, { name: 'MediaNeed', description: 'What an outlet works with.' });
registerEnumType(LegalBasis, {
  name: 'MediaLegalBasis',
  description: 'On what ground the office keeps personal data: Law 6698 (KVKK) art. 5.',
});
registerEnumType(MediaAct, { name: 'MediaAct', description: 'What somebody may do with a thing of the press guide.' });

@ObjectType('MediaOutlet', { description: 'An agency, paper, station or site in the press guide of one office.' })
export class MediaOutletType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Int, { description: 'Rises with each change; name it when you change the outlet.' })
  version: number;

  @Field(() => OfficeType, { description: 'The office whose guide it is in.' })
  office: OfficeType;

  @Field(() => String, { description: 'As readers know it.' })
  name: string;

  @Field(() => OutletType, { description: 'What it is.' })
  type: OutletType;

  @Field(() => OutletScope, { description: 'How far it reaches.' })
  scope: OutletScope;

  @Field(() => [String], { description: 'Codes of the districts that it covers.' })
  districtCodes: string[];

  @Field(() => String, { nullable: true, description: "Print deadline, 'HH:mm' in Europe/Istanbul." })
  pressDeadline: string | null;

  @Field(() => OutletChannel, { description: 'How it likes to be reached; bulletins go by e-mail all the same.' })
  preferredChannel: OutletChannel;

  @Field(() => [OutletNeed], { description: 'What it works with.' })
  needs: OutletNeed[];

  @Field(() => String, { nullable: true, description: 'As written.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'An http or https address.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: "The owner's own notes; null for offices that have it on loan." })
  notes: string | null;

  @Field(() => Boolean, { description: 'false: kept for the record; none of its contacts gets mail.' })
  isActive: boolean;

  @Field(() => [MediaAct], { description: 'What the viewer may do with it.' })
  viewerCan: MediaAct[];
}

@ObjectType('MediaListName', { description: 'A list by name.' })
export class MediaListNameType {
  @Field(() => ID, { description: 'Id of the list.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('MediaContact', {
  description: 'A person or desk that an office sends bulletins to: personal data, seen by editors and higher.',
})
export class MediaContactType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Int, { description: 'Rises with each change; name it when you change the contact.' })
  version: number;

  @Field(() => OfficeType, { description: 'The office whose guide it is in.' })
  office: OfficeType;

  @Field(() => MediaOutletType, { nullable: true, description: 'Where the person works.' })
  outlet: MediaOutletType | null;

  @Field(() => String, { nullable: true, description: 'Null for a desk and for an erased contact.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Desk or role.' })
  unit: string | null;

  @Field(() => String, { nullable: true, description: 'Lower case; null for an erased contact.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'As written.' })
  phone: string | null;

  @Field(() => LegalBasis, { description: 'On what ground it is kept.' })
  legalBasis: LegalBasis;

  @Field(() => String, { description: 'Where the address comes from.' })
  source: string;

  @Field(() => String, { nullable: true, description: "When the person was told, 'YYYY-MM-DD'." })
  noticeGivenOn: string | null;

  @Field(() => String, { description: "When the office asks itself whether it still needs it, 'YYYY-MM-DD'." })
  reviewDueOn: string;

  @Field(() => Date, { nullable: true, description: 'When it refused all mail of its office, or of every office.' })
  unsubscribedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its mail server said that the mailbox does not exist.' })
  bouncedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  bounceReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When everything that tells who it is was erased.' })
  anonymisedAt: Date | null;

  @Field(() => Boolean, { description: 'false: kept, but gets no mail.' })
  isActive: boolean;

  @Field(() => String, { nullable: true, description: "The owner's own notes; null for offices that have it on loan." })
  notes: string | null;

  @Field(() => [MediaListNameType], { description: 'The lists it is on, as far as the viewer sees them.' })
  lists: MediaListNameType[];

  @Field(() => [MediaAct], { description: 'What the viewer may do with it.' })
  viewerCan: MediaAct[];
}

@ObjectType('MediaList', { description: 'A distribution list of one office; others may have it on loan.' })
export class MediaListType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Int, { description: 'Rises with each change; name it when you change the list.' })
  version: number;

  @Field(() => OfficeType, { description: 'The office that keeps it.' })
  office: OfficeType;

  @Field(() => String, { description: 'Unique in the guide of its office.' })
  name: string;

  @Field(() => String, { description: 'For whom it is.' })
  description: string;

  @Field(() => Boolean, { description: 'Whether any other office has it on loan.' })
  isShared: boolean;

  @Field(() => [OfficeType], { description: 'The offices that have it on loan; empty for those that borrow.' })
  sharedWith: OfficeType[];

  @Field(() => Int, { description: 'Contacts on it, each address once.' })
  memberCount: number;

  @Field(() => Int, { description: 'Addresses that a mail of the acting office would reach now, topics aside.' })
  recipientCount: number;

  @Field(() => [MediaAct], { description: 'What the viewer may do with it.' })
  viewerCan: MediaAct[];
}

@ObjectType('MediaOutletConnection', { description: 'A page of outlets.' })
export class MediaOutletConnectionType extends connectionOf(MediaOutletType, 'MediaOutlet') {}

@ObjectType('MediaContactConnection', { description: 'A page of contacts.' })
export class MediaContactConnectionType extends connectionOf(MediaContactType, 'MediaContact') {}
