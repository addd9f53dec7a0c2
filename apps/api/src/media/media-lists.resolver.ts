import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { MediaImportInput, MediaImportPreviewInput } from './media-import.inputs';
import type { MediaImportReportType } from './media-import.type';
import { MediaImports, type ImportReport } from './media-imports.service';
import { MediaLists } from './media-lists.service';
import { LineStatus } from './contact-lines';
import {
  MediaListAddContactsInput,
  MediaListCreateInput,
  MediaListRemoveContactsInput,
  MediaListShareInput,
  MediaListUpdateInput,
} from './media.inputs';
import { MediaImportPayload, MediaListPayload } from './media.payloads';
import { MediaQueries } from './media.queries';
import { MediaListType } from './media.type';

const id = { type: () => ID };

/** Distribution lists, and contacts from a file. */
@Resolver()
export class MediaListsResolver {
  constructor(
    private readonly queries: MediaQueries,
    private readonly lists: MediaLists,
    private readonly imports: MediaImports,
  ) {}

  @Query(() => MediaListType, { nullable: true, description: 'One list; null when the viewer may not know of it.' })
  mediaList(@Ctx() ctx: RequestContext, @Args('id', id) listId: string): Promise<MediaListType | null> {
    return this.queries.list(ctx, listId);
  }

  @Query(() => [MediaListType], { description: 'Own lists (at most 100), then those on loan; each by name.' })
  mediaLists(@Ctx() ctx: RequestContext): Promise<MediaListType[]> {
    return this.queries.lists(ctx);
  }

  @Query(() => Int, {
    description:
      'How many addresses a mail of the acting office to these lists would reach now, each once; topics aside.',
  })
  mediaRecipientCount(
    @Ctx() ctx: RequestContext,
    @Args('listIds', { type: () => [ID] }) listIds: string[],
  ): Promise<number> {
    return this.queries.recipientCount(ctx, listIds.slice(0, 100));
  }

  @Mutation(() => MediaListPayload, { description: 'Begins an empty list of the own office.' })
  async mediaListCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MediaListCreateInput,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.create(ctx, input));
  }

  @Mutation(() => MediaListPayload, { description: 'Renames or describes an own list.' })
  async mediaListUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', id) listId: string,
    @Args('input') { expectedVersion, ...changes }: MediaListUpdateInput,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.update(ctx, listId, expectedVersion, changes));
  }

  @Mutation(() => MediaListPayload, { description: 'Puts own contacts on an own list.' })
  async mediaListAddContacts(
    @Ctx() ctx: RequestContext,
    @Args('id', id) listId: string,
    @Args('input') input: MediaListAddContactsInput,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.addContacts(ctx, listId, input.contactIds));
  }

  @Mutation(() => MediaListPayload, { description: 'Takes contacts off an own list.' })
  async mediaListRemoveContacts(
    @Ctx() ctx: RequestContext,
    @Args('id', id) listId: string,
    @Args('input') input: MediaListRemoveContactsInput,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.removeContacts(ctx, listId, input.contactIds));
  }

  @Mutation(() => MediaListPayload, {
    description: 'Lends an own list to other offices, which may read it and send to it.',
  })
  async mediaListShare(
    @Ctx() ctx: RequestContext,
    @Args('id', id) listId: string,
    @Args('input', { type: () => MediaListShareInput, nullable: true }) input: MediaListShareInput | null,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.share(ctx, listId, input?.officeIds ?? null));
  }

  @Mutation(() => MediaListPayload, { description: 'Takes a lent list back.' })
  async mediaListUnshare(
    @Ctx() ctx: RequestContext,
    @Args('id', id) listId: string,
    @Args('input', { type: () => MediaListShareInput, nullable: true }) input: MediaListShareInput | null,
  ): Promise<MediaListPayload> {
    return this.list(ctx, await this.lists.unshare(ctx, listId, input?.officeIds ?? null));
  }

  @Mutation(() => MediaImportPayload, { description: 'Looks at a CSV file line by line. Changes nothing.' })
  async mediaImportPreview(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MediaImportPreviewInput,
  ): Promise<MediaImportPayload> {
    return presentReport(await this.imports.preview(ctx, Buffer.from(input.csvBase64, 'base64')));
  }

  @Mutation(() => MediaImportPayload, {
    description: 'Brings in the lines of a CSV file that are fine; the answer says what became of each.',
  })
  async mediaImport(@Ctx() ctx: RequestContext, @Args('input') input: MediaImportInput): Promise<MediaImportPayload> {
    const { csvBase64, ...order } = input;
    return presentReport(await this.imports.run(ctx, { ...order, csv: Buffer.from(csvBase64, 'base64') }));
  }

  private async list(ctx: RequestContext, changed: { readonly id: string }): Promise<MediaListPayload> {
    return { list: await this.queries.list(ctx, changed.id), errors: [] };
  }
}

function presentReport({ importId, sheet, lines }: ImportReport): MediaImportPayload {
  const count = (status: LineStatus) => lines.filter((line) => line.status === status).length;
  const report: MediaImportReportType = {
    importId,
    delimiter: sheet.delimiter,
    columns: [...sheet.columns],
    ignoredHeadings: [...sheet.ignoredHeadings],
    okCount: count(LineStatus.OK),
    duplicateCount: count(LineStatus.DUPLICATE),
    errorCount: count(LineStatus.ERROR),
    lines: lines.map(({ line, status, email, name, outletName, problems }) => {
      return { line, status, email, name, outletName, problems: [...problems] };
    }),
  };
  return { report, errors: [] };
}
