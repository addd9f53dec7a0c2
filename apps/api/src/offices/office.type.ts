import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OfficeAct } from '@domain/identity/identity.policy';
import { OfficeLevel, OfficeState } from './office.entity';

registerEnumType(OfficeLevel, { name: 'OfficeLevel', description: 'A fact of law, not a rank: offices are equal.' });
registerEnumType(OfficeState, { name: 'OfficeState', description: 'How far an office has joined.' });
registerEnumType(OfficeAct, { name: 'OfficeAct', description: 'What somebody may do with an office.' });

@ObjectType('District', { description: 'One of the 20 districts of Balıkesir.' })
export class DistrictType {
  @Field(() => String, { description: 'E.g. `edremit`.' })
  code: string;

  @Field(() => String, { description: 'E.g. `Edremit`.' })
  name: string;

  @Field(() => String, { description: '`merkez`, `korfez`, `guney-marmara` or `ic`.' })
  zone: string;

  @Field(() => Boolean, { description: 'Whether it lies on the gulf of Edremit.' })
  isKorfez: boolean;

  @Field(() => Float, { description: 'Latitude of the centre, roughly; degrees, WGS 84.' })
  lat: number;

  @Field(() => Float, { description: 'Longitude of the centre, roughly; degrees, WGS 84.' })
  lon: number;
}

@ObjectType('OfficeContact', { description: 'Whom the press calls; printed under bulletins.' })
export class OfficeContactType {
  @Field(() => String, { nullable: true, description: 'A person or desk.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'As written for readers.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;
}

@ObjectType('Office', { description: 'The press office of a municipality. Everybody signed in may know it.' })
export class OfficeType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => String, { description: 'E.g. `edremit`, `balikesir-bb`.' })
  code: string;

  @Field(() => String, { description: 'The municipality, e.g. `Edremit Belediyesi`.' })
  name: string;

  @Field(() => String, { description: 'The name in the genitive, e.g. `Edremit Belediyesinin`.' })
  nameGenitive: string;

  @Field(() => String, { description: 'Three letters; the middle of a bulletin number.' })
  shortCode: string;

  @Field(() => String, { description: 'The unit in the municipality.' })
  pressUnit: string;

  @Field(() => OfficeLevel, { description: 'Metropolitan or district.' })
  level: OfficeLevel;

  @Field(() => DistrictType, { nullable: true, description: 'null for the metropolitan office.' })
  district: DistrictType | null;

  @Field(() => OfficeState, { description: 'How far it has joined.' })
  state: OfficeState;

  @Field(() => Int, { description: 'Place in lists: the metropolitan office, then the districts by name.' })
  protocolOrder: number;

  @Field(() => OfficeContactType, { description: 'Whom the press calls.' })
  contact: OfficeContactType;

  @Field(() => String, { description: 'The domain it sends mail from.' })
  mailDomain: string;

  @Field(() => String, { nullable: true, description: 'Address of its web site.' })
  website: string | null;

  @Field(() => String, { description: '`#rrggbb`, readable against white.' })
  colour: string;

  @Field(() => ID, { nullable: true, description: 'The file with its logo.' })
  logoFileId: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was activated.' })
  joinedAt: Date | null;

  @Field(() => Int, { description: 'Grows with each change; pass as `expectedVersion`.' })
  version: number;

  @Field(() => [OfficeAct], { description: 'What the viewer may do with it now.' })
  viewerCan: OfficeAct[];
}
