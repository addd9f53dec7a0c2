import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { ApiTokenType, ViewerType } from './account.type';

@ObjectType('ViewerPayload', { description: 'The viewer as they stand now, or why it was not done.' })
export class ViewerPayload {
  @Field(() => ViewerType, { nullable: true, description: 'null when refused.' })
  viewer?: ViewerType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('DonePayload', {
  description: 'Whether it was done. Where existence must not be told, it always says done.',
})
export class DonePayload {
  @Field(() => Boolean, { nullable: true, description: 'null when refused.' })
  isDone?: boolean;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('ApiTokenCreatePayload', { description: 'The new token with its secret, or why it was not done.' })
export class ApiTokenCreatePayload {
  @Field(() => ApiTokenType, { nullable: true, description: 'null when refused.' })
  apiToken?: ApiTokenType;

  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer`; shown this once.' })
  secret?: string;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('ApiTokenPayload', { description: 'The token as it is now, or why it was not done.' })
export class ApiTokenPayload {
  @Field(() => ApiTokenType, { nullable: true, description: 'null when refused.' })
  apiToken?: ApiTokenType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('TwoFactorStartPayload', { description: 'What the authenticator app needs, or why it was not done.' })
export class TwoFactorStartPayload {
  @Field(() => String, { nullable: true, description: 'The otpauth:// address, for a QR code.' })
  uri?: string;

  @Field(() => String, { nullable: true, description: 'The secret in base32, for typing.' })
  secret?: string;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('TwoFactorConfirmPayload', { description: 'The recovery codes, or why it was not done.' })
export class TwoFactorConfirmPayload {
  @Field(() => [String], { nullable: true, description: 'Ten codes, each good once; shown this once.' })
  recoveryCodes?: string[];

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}
