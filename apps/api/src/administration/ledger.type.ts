import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PersonSummaryType } from '../bulletins/bulletin.type';
import { connectionOf, PageArgs } from '../core/graphql/connection';

@ObjectType('LedgerFact', { description: 'One fact of an event; ids, hashes, counts and states, never words.' })
export class LedgerFactType {
  @Field(() => String, { description: "Its name, e.g. 'hash'." })
  name: string;

  @Field(() => String, { description: 'Its value; JSON where it is not a text.' })
  value: string;
}

@ObjectType('LedgerEntry', { description: 'One thing that happened, as it was recorded in the commit of the change.' })
export class LedgerEntryType {
  @Field(() => ID, { description: 'Id of the event.' })
  id: string;

  @Field(() => String, { description: 'Place in the chain of the office, from 1 without gaps; a whole number.' })
  position: string;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;

  @Field(() => String, { description: "What: 'bulletin.signed', 'user.passwordChanged', …" })
  name: string;

  @Field(() => PersonSummaryType, { nullable: true, description: 'Who; null: the system.' })
  actor: PersonSummaryType | null;

  @Field(() => String, { nullable: true, description: "On what authority a signature was given: 'ROLE' or 'DEPUTY'." })
  authority: string | null;

  @Field(() => String, { description: "Kind of what it happened to, e.g. 'bulletin'." })
  subjectType: string;

  @Field(() => ID, { description: 'Id of what it happened to.' })
  subjectId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its name now: of bulletins for the office itself; of people and offices.',
  })
  subjectLabel: string | null;

  @Field(() => String, { nullable: true, description: 'State before, where it moved.' })
  from: string | null;

  @Field(() => String, { nullable: true, description: 'State after, where it moved.' })
  to: string | null;

  @Field(() => [LedgerFactType], { description: 'The other facts that were recorded.' })
  facts: LedgerFactType[];

  @Field(() => String, { description: 'The request that did it, as in the logs.' })
  requestId: string;

  @Field(() => String, { description: 'Hash of the event, hex: covers everything before it.' })
  hash: string;
}

@ObjectType('LedgerConnection', { description: 'A page of the ledger, newest first.' })
export class LedgerConnectionType extends connectionOf(LedgerEntryType, 'LedgerEntry') {}

@InputType({ description: 'Which events. Members that are left out do not filter.' })
export class LedgerFilterInput {
  @Field(() => String, { nullable: true, description: "Beginning of the name: 'bulletin.' or 'bulletin.signed'." })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Kind of what it happened to: 'bulletin'." })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it happened to.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At or after this instant.' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;
}

@ArgsType()
export class LedgerArgs extends PageArgs {
  @Field(() => ID, { description: 'The office whose chain it is.' })
  @IsString()
  officeId: string;

  @Field(() => LedgerFilterInput, { nullable: true, description: 'Which events; all when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LedgerFilterInput)
  filter?: LedgerFilterInput | null;
}

@ObjectType('LedgerVerification', { description: 'The chain of an office, computed anew from its first event.' })
export class LedgerVerificationType {
  @Field(() => Boolean, { description: 'Whether every event is as it was recorded and none is missing.' })
  isWhole: boolean;

  @Field(() => Int, { description: 'Events that were computed.' })
  eventCount: number;

  @Field(() => String, { nullable: true, description: 'Place of the first broken event.' })
  brokenPosition: string | null;

  @Field(() => ID, { nullable: true, description: 'The first broken event; null for a broken head.' })
  brokenEventId: string | null;

  @Field(() => String, { nullable: true, description: 'GAP, CHAIN, PREVIOUS_HASH, HASH or HEAD.' })
  reason: string | null;

  @Field(() => Date, { description: 'When it was computed.' })
  verifiedAt: Date;
}
