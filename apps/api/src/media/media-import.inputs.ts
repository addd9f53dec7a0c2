import { Field, ID, InputType } from '@nestjs/graphql';
import {
  IsBase64,
  IsEnum,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { LegalBasis } from '@domain/media/media';

const maxBase64 = 900_000;

@InputType({ description: 'A file to look at before it is imported.' })
export class MediaImportPreviewInput {
  @Field(() => String, {
    description:
      'The bytes of the CSV file in base64, at most 900,000 characters: UTF-8, UTF-16 or Windows-1254; `;`, `,` or tab between the columns.',
  })
  @IsBase64()
  @MinLength(1)
  @MaxLength(maxBase64)
  csvBase64: string;
}

@InputType({ description: 'A file to import, with the declaration that the office may keep these addresses.' })
export class MediaImportInput extends MediaImportPreviewInput {
  @Field(() => String, {
    description: 'The declaration of the person who imports, kept with the import; 20 to 1,000 characters.',
  })
  @IsString()
  @Matches(/^\s*\S[\s\S]{18,}\S\s*$/, { message: 'consentStatement must have at least 20 characters' })
  @MaxLength(1_000)
  consentStatement: string;

  @Field(() => LegalBasis, { description: 'The ground for lines that do not name one.' })
  @IsEnum(LegalBasis)
  legalBasis: LegalBasis;

  @Field(() => String, { description: 'Where the addresses of lines come from that do not say it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  source: string;

  @Field(() => String, {
    nullable: true,
    description: "When the people of lines that do not say it were told, 'YYYY-MM-DD'.",
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  noticeGivenOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An own list that all contacts of the file are put on, known ones too.',
  })
  @IsOptional()
  @IsUUID()
  listId?: string | null;
}
