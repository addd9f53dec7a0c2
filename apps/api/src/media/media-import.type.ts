import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactColumn } from './contact-columns';
import { LineProblem, LineStatus } from './contact-lines';

registerEnumType(ContactColumn, { name: 'MediaImportColumn', description: 'A column of the file.' });
registerEnumType(LineStatus, { name: 'MediaImportLineStatus', description: 'What becomes of a line.' });
registerEnumType(LineProblem, { name: 'MediaImportProblem', description: 'What is wrong with a value.' });

@ObjectType('MediaImportLineProblem', { description: 'What is wrong with a line, and in which column.' })
export class MediaImportLineProblemType {
  @Field(() => ContactColumn, { nullable: true, description: 'Null: the line as a whole.' })
  column: ContactColumn | null;

  @Field(() => LineProblem, { description: 'What is wrong.' })
  problem: LineProblem;
}

@ObjectType('MediaImportLine', { description: 'One line of the file.' })
export class MediaImportLineType {
  @Field(() => Int, { description: 'Line in the file, the header being 1.' })
  line: number;

  @Field(() => LineStatus, { description: 'What becomes of it.' })
  status: LineStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The address as it would be kept, or as it is written if it is none.',
  })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Name as written.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Outlet as written.' })
  outletName: string | null;

  @Field(() => [MediaImportLineProblemType], { description: 'Empty for a line that is fine.' })
  problems: MediaImportLineProblemType[];
}

@ObjectType('MediaImportReport', { description: 'A file, line by line.' })
export class MediaImportReportType {
  @Field(() => ID, { nullable: true, description: 'Id of the import; null for a preview.' })
  importId: string | null;

  @Field(() => String, { description: 'What stands between the columns: `;`, `,` or a tab.' })
  delimiter: string;

  @Field(() => [ContactColumn], { description: 'The columns that were found.' })
  columns: ContactColumn[];

  @Field(() => [String], { description: 'Headings of columns that are not taken.' })
  ignoredHeadings: string[];

  @Field(() => Int, { description: 'Lines that become a contact.' })
  okCount: number;

  @Field(() => Int, { description: 'Lines whose address is in the guide already, or earlier in the file.' })
  duplicateCount: number;

  @Field(() => Int, { description: 'Lines that are left out.' })
  errorCount: number;

  @Field(() => [MediaImportLineType], { description: 'Every line, in order.' })
  lines: MediaImportLineType[];
}
