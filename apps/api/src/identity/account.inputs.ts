import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { TokenScope } from '@domain/identity/actor';

@InputType({ description: 'A new personal API token.' })
export class ApiTokenCreateInput {
  @Field(() => String, { description: 'What it is for, 2 to 80 characters.' })
  @Length(2, 80)
  name: string;

  @Field(() => [TokenScope], { description: 'What it may do; WRITE includes reading.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsEnum(TokenScope, { each: true })
  scopes: TokenScope[];

  @Field(() => Int, { description: 'Days until it ends, 1 to 365.' })
  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays: number;

  @Field(() => ID, { nullable: true, description: 'The office it acts for; the one acted for now if left out.' })
  @IsOptional()
  @IsUUID()
  officeId?: string | null;
}

@InputType({ description: 'What is left out stays.' })
export class ViewerProfileUpdateInput {
  @Field(() => String, { nullable: true, description: 'As the person writes it, 2 to 120 characters.' })
  @ValidateIf((input: ViewerProfileUpdateInput) => input.name !== undefined)
  @IsString()
  @Length(2, 120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Language of mails and screens: `tr` or `en`.' })
  @ValidateIf((input: ViewerProfileUpdateInput) => input.locale !== undefined)
  @IsIn(['tr', 'en'])
  locale?: string;
}

@InputType({ description: 'The present and the new password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The present one.' })
  @MaxLength(2_048)
  currentPassword: string;

  @Field(() => String, { description: '8 to 256 characters, none of the well-known ones.' })
  @MaxLength(2_048)
  newPassword: string;
}

@ArgsType()
export class PasswordResetArgs {
  @Field(() => String, { description: 'From the link.' })
  @MaxLength(100)
  token: string;

  @Field(() => String, { description: '8 to 256 characters, none of the well-known ones.' })
  @MaxLength(2_048)
  newPassword: string;
}

@ArgsType()
export class CodeArgs {
  @Field(() => String, { description: 'Six digits of the app, or a recovery code where one is taken.' })
  @MaxLength(40)
  code: string;
}
