import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '@domain/identity/actor';

@ObjectType('DirectorySignIn', { description: 'Sign-in with the account of the municipality (OpenID Connect).' })
export class DirectorySignInType {
  @Field(() => String, { description: 'Words on its button, e.g. `Kurum hesabı`.' })
  label: string;

  @Field(() => String, { description: 'Where the browser goes; not a request of a script.' })
  path: string;
}

@ObjectType('DemoAccount', { description: 'An account of the demo content; all have one password.' })
export class DemoAccountType {
  @Field(() => String, { description: 'What to sign in with.' })
  email: string;

  @Field(() => String, { description: 'Name of the person.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The office; null for the operator.' })
  officeName: string | null;

  @Field(() => Role, { nullable: true, description: 'The role in it; null for the operator.' })
  role: Role | null;
}

@ObjectType('DemoSignIn', { description: 'What the sign-in page offers in demo mode.' })
export class DemoSignInType {
  @Field(() => String, { description: 'The password of every demo account.' })
  password: string;

  @Field(() => [DemoAccountType], { description: 'By office and role, the operator last; at most 200.' })
  accounts: DemoAccountType[];
}

@ObjectType('SignInOptions', { description: 'How one can sign in here; known to everybody.' })
export class SignInOptionsType {
  @Field(() => DirectorySignInType, { nullable: true, description: 'null where there is no directory.' })
  directory: DirectorySignInType | null;

  @Field(() => DemoSignInType, { nullable: true, description: 'null outside demo mode.' })
  demo: DemoSignInType | null;
}
