import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What is searched; the order of the members is the order of the groups. */
export enum SearchKind {
  BULLETIN = 'BULLETIN',
  CONTACT = 'CONTACT',
  OUTLET = 'OUTLET',
  LIST = 'LIST',
  PERSON = 'PERSON',
  OFFICE = 'OFFICE',
  TEMPLATE = 'TEMPLATE',
}
registerEnumType(SearchKind, { name: 'SearchKind', description: 'What is searched.' });

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: 'Words; Turkish letters are optional, words match by their beginning.' })
  @IsString()
  @MaxLength(200)
  query: string;

  @Field(() => Int, { defaultValue: 5, description: 'Hits of each kind, 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(20)
  first: number;

  @Field(() => [SearchKind], { nullable: true, description: 'Of these kinds alone; all when left out.' })
  @IsOptional()
  @IsEnum(SearchKind, { each: true })
  @ArrayMaxSize(10)
  kinds?: SearchKind[] | null;
}

@ObjectType('TextMark', { description: 'A found word of a text, counted in UTF-16 code units.' })
export class TextMarkType {
  @Field(() => Int, { description: 'Where it begins.' })
  start: number;

  @Field(() => Int, { description: 'Where it ends; not part of it.' })
  end: number;
}

@ObjectType('MarkedText', { description: 'Plain text with the found words.' })
export class MarkedTextType {
  @Field(() => String, { description: 'The text; no markup.' })
  text: string;

  @Field(() => [TextMarkType], { description: 'The found words in order.' })
  marks: readonly TextMarkType[];
}

@ObjectType('SearchHit', { description: 'Something that was found and that the viewer may see.' })
export class SearchHitType {
  @Field(() => ID, { description: 'Id of what was found.' })
  id: string;

  @Field(() => SearchKind, { description: 'What it is.' })
  kind: SearchKind;

  @Field(() => MarkedTextType, { description: 'Headline or name; may be empty.' })
  title: MarkedTextType;

  @Field(() => MarkedTextType, { nullable: true, description: 'A piece of its text, or what tells it apart.' })
  snippet: MarkedTextType | null;

  @Field(() => String, { nullable: true, description: 'Number of a bulletin; code of an office.' })
  label: string | null;

  @Field(() => String, { nullable: true, description: 'The office that it belongs to.' })
  officeName: string | null;

  @Field(() => String, { description: 'Page in the workspace.' })
  path: string;
}

@ObjectType('SearchGroup', { description: 'The hits of one kind, best first.' })
export class SearchGroupType {
  @Field(() => SearchKind, { description: 'The kind.' })
  kind: SearchKind;

  @Field(() => [SearchHitType], { description: 'At most `first`.' })
  hits: SearchHitType[];

  @Field(() => Boolean, { description: 'Whether there are more of this kind.' })
  hasMore: boolean;
}
