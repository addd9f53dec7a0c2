import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BulletinKind } from '@domain/bulletins/bulletin';
import { NameOrder, SignersRule, SilenceRule } from '@domain/signoff/charter';
import { CharterAct, CharterState } from '@domain/signoff/charter.policy';
import { SignatureVerdict } from '@domain/signoff/signoff';
import { OfficeType } from './office.type';

registerEnumType(CharterState, { name: 'CharterState', description: 'Life of a charter version.' });
registerEnumType(CharterAct, { name: 'CharterAct', description: 'What somebody may do with a charter version.' });
registerEnumType(SignersRule, { name: 'SignersRule', description: 'Whose signatures a kind of bulletin needs.' });
registerEnumType(SilenceRule, { name: 'SilenceRule', description: 'What happens when the time to answer ends.' });
registerEnumType(NameOrder, { name: 'NameOrder', description: 'Order of names, logos, paragraphs and quotes.' });
registerEnumType(SignatureVerdict, { name: 'SignatureVerdict', description: 'What an office answered.' });

@ObjectType('SignoffRule', { description: 'What the charter asks for one kind of bulletin.' })
export class SignoffRuleType {
  @Field(() => BulletinKind, { description: 'The kind.' })
  kind: BulletinKind;

  @Field(() => SignersRule, { description: 'Whose signatures are needed.' })
  signers: SignersRule;

  @Field(() => Int, { nullable: true, description: 'Partners besides the lead, with LEAD_AND_QUORUM.' })
  quorum: number | null;

  @Field(() => Int, { nullable: true, description: 'Hours to answer; null: no deadline.' })
  answerWithinHours: number | null;

  @Field(() => SilenceRule, { description: 'What happens without an answer.' })
  onSilence: SilenceRule;
}

@ObjectType('CharterRules', { description: 'The joint rules.' })
export class CharterRulesType {
  @Field(() => [SignoffRuleType], { description: 'One rule for each kind of bulletin.' })
  signoff: SignoffRuleType[];

  @Field(() => Int, { description: 'Partners that must agree before an embargo ends early.' })
  earlyLiftPartners: number;

  @Field(() => NameOrder, { description: 'Order of the offices in a bulletin.' })
  nameOrder: NameOrder;
}

@ObjectType('CharterAnswer', { description: 'What an office answered to a version of the charter.' })
export class CharterAnswerType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => OfficeType, { description: 'The office that answered.' })
  office: OfficeType;

  @Field(() => String, { description: 'Who signed for it.' })
  personName: string;

  @Field(() => Boolean, { description: 'Whether a deputy signed in the press director’s place.' })
  isByDeputy: boolean;

  @Field(() => SignatureVerdict, { description: 'Signed or returned.' })
  verdict: SignatureVerdict;

  @Field(() => String, { nullable: true, description: 'Why it was returned.' })
  reason: string | null;

  @Field(() => Date, { description: 'When.' })
  answeredAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the office took it back.' })
  withdrawnAt: Date | null;
}

@ObjectType('Charter', { description: 'A version of the rules that the offices sign. Its words never change.' })
export class CharterType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Int, { description: 'From 1.' })
  versionNumber: number;

  @Field(() => CharterState, { description: 'Where it stands.' })
  state: CharterState;

  @Field(() => CharterRulesType, { description: 'The rules.' })
  rules: CharterRulesType;

  @Field(() => String, { description: 'SHA-256 of the rules, hex; pass it when signing, it names what was read.' })
  hash: string;

  @Field(() => String, { description: 'What changed, in the words of the proposer.' })
  note: string;

  @Field(() => OfficeType, { nullable: true, description: 'null: the rules that the platform starts with.' })
  proposedBy: OfficeType | null;

  @Field(() => Date, { description: 'When it was proposed.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the last active office signed.' })
  inForceAt: Date | null;

  @Field(() => [CharterAnswerType], { description: 'Every answer, oldest first; at most a few per office.' })
  answers: CharterAnswerType[];

  @Field(() => [OfficeType], { description: 'Active offices without a standing signature.' })
  missing: OfficeType[];

  @Field(() => [CharterAct], { description: 'What the viewer may do with it now.' })
  viewerCan: CharterAct[];
}
