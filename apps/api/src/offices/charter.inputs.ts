import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, Length, ValidateNested } from 'class-validator';
import { BulletinKind } from '@domain/bulletins/bulletin';
import { NameOrder, SignersRule, SilenceRule } from '@domain/signoff/charter';

@InputType({ description: 'The rule for one kind of bulletin.' })
export class SignoffRuleInput {
  @Field(() => BulletinKind, { description: 'The kind; each is ruled once.' })
  @IsEnum(BulletinKind)
  kind: BulletinKind;

  @Field(() => SignersRule, { description: 'Whose signatures are needed.' })
  @IsEnum(SignersRule)
  signers: SignersRule;

  @Field(() => Int, { nullable: true, description: '1 to 20, with LEAD_AND_QUORUM only.' })
  @IsOptional()
  @IsInt()
  quorum?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 720; null: no deadline, with BLOCK only.' })
  @IsOptional()
  @IsInt()
  answerWithinHours?: number | null;

  @Field(() => SilenceRule, { description: 'What happens without an answer.' })
  @IsEnum(SilenceRule)
  onSilence: SilenceRule;
}

@InputType({ description: 'The whole of the rules.' })
export class CharterRulesInput {
  @Field(() => [SignoffRuleInput], { description: 'One rule for each kind of bulletin.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SignoffRuleInput)
  signoff: SignoffRuleInput[];

  @Field(() => Int, { description: '1 to 20.' })
  @IsInt()
  earlyLiftPartners: number;

  @Field(() => NameOrder, { description: 'Order of the offices in a bulletin.' })
  @IsEnum(NameOrder)
  nameOrder: NameOrder;
}

@InputType({ description: 'A new version of the charter.' })
export class CharterProposeInput {
  @Field(() => CharterRulesInput, { description: 'The whole of the rules.' })
  @ValidateNested()
  @Type(() => CharterRulesInput)
  rules: CharterRulesInput;

  @Field(() => String, { description: 'What changes and why, 3 to 2,000 characters; every office reads it.' })
  @Length(3, 2_000)
  note: string;
}
