import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsUUID } from 'class-validator';
import { BulletinType } from '../bulletins/bulletin.type';
import { DeliveryState } from '../core/delivery/delivery.entity';
import { connectionOf } from '../core/graphql/connection';
import { UserErrorType } from '../core/graphql/user-error.type';

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'What became of one mail; a held one is PENDING.',
});

@ObjectType('DistributionRecipient', { description: 'Somebody who would get the bulletin, once.' })
export class DistributionRecipientType {
  @Field(() => ID, { description: 'Id of the media contact.' })
  contactId: string;

  @Field(() => String, { description: 'E-mail address.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Name of the person.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the outlet.' })
  outletName: string | null;

  @Field(() => [ID], { description: 'The chosen lists that the address stands on.' })
  listIds: readonly string[];
}

@ObjectType('BulletinRecipients', { description: 'Who stands on the lists of a bulletin, each address once.' })
export class BulletinRecipientsType {
  @Field(() => [DistributionRecipientType], { description: 'Those who would get it now.' })
  going: readonly DistributionRecipientType[];

  @Field(() => [DistributionRecipientType], { description: 'Those whom this bulletin leaves out.' })
  excluded: readonly DistributionRecipientType[];
}

@ObjectType('MailPreview', { description: 'A mail as it would go out now.' })
export class MailPreviewType {
  @Field(() => String, { description: 'Subject.' })
  subject: string;

  @Field(() => String, { description: 'Plain text body.' })
  text: string;

  @Field(() => String, { description: 'HTML body; show it in a sandboxed frame.' })
  html: string;
}

@ObjectType('BulletinTexts', { description: 'The bulletin as texts to paste, as it would go out now.' })
export class BulletinTextsType {
  @Field(() => String, { description: 'For newsrooms that paste text: headline, spot, body, captions, contacts.' })
  plain: string;

  @Field(() => String, { description: "Two sentences and the link, for journalists' groups." })
  whatsapp: string;
}

@ObjectType('Delivery', { description: 'One mail to one address.' })
export class DeliveryType {
  @Field(() => ID, { description: 'Id of the delivery; part of its Message-ID.' })
  id: string;

  @Field(() => String, { description: "'edition' or 'withdrawal'." })
  sourceType: string;

  @Field(() => String, { description: 'E-mail address.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Name of the person.' })
  name: string | null;

  @Field(() => DeliveryState, { description: 'What became of it.' })
  state: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'What the receiving server said last.' })
  answer: string | null;

  @Field(() => Date, { nullable: true, description: 'When the receiving server took it (UTC).' })
  sentAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried next, while PENDING.' })
  nextAttemptAt: Date | null;
}

@ObjectType('DeliveryConnection', { description: 'A page of deliveries.' })
export class DeliveryConnectionType extends connectionOf(DeliveryType, 'Delivery') {}

@ObjectType('DeliverySummary', { description: 'How the distribution of a bulletin stands.' })
export class DeliverySummaryType {
  @Field(() => Int, { description: 'Waiting or held.' })
  pending: number;

  @Field(() => Int, { description: 'Taken by the receiving server.' })
  sent: number;

  @Field(() => Int, { description: 'Refused for good.' })
  failed: number;

  @Field(() => Int, { description: 'Not sent any more, because the bulletin was withdrawn.' })
  cancelled: number;
}

@InputType({ description: 'The lists that a bulletin goes to.' })
export class BulletinChooseListsInput {
  @Field(() => [ID], { description: 'Lists of the lead office or lent to it, at most 50; empty: none.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(50)
  listIds: string[];
}

@ObjectType('BulletinDistributionPayload', { description: 'The bulletin as it is now, or why it was not done.' })
export class BulletinDistributionPayload {
  @Field(() => BulletinType, { nullable: true, description: 'Null when refused.' })
  bulletin?: BulletinType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}

@ObjectType('DkimKey', { description: "The public part of an office's DKIM key." })
export class DkimKeyType {
  @Field(() => String, { description: 'The domain that is signed for.' })
  domain: string;

  @Field(() => String, { description: 'The TXT record to set at selector._domainkey.domain.' })
  dnsRecord: string;

  @Field(() => String, { description: 'The selector.' })
  selector: string;

  @Field(() => Date, { description: 'When it was made (UTC); from then on mails are signed with it.' })
  createdAt: Date;
}

@ObjectType('OfficeRenewDkimKeyPayload', { description: 'The new key, or why not.' })
export class OfficeRenewDkimKeyPayload {
  @Field(() => DkimKeyType, { nullable: true, description: 'Null when refused.' })
  key?: DkimKeyType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}
