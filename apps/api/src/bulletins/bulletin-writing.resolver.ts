import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { BulletinAttachments } from './bulletin-attachments.service';
import { BulletinComments } from './bulletin-comments.service';
import { BulletinCommentAddInput, BulletinCommentEditInput, BulletinCommentType } from './bulletin-comment.type';
import { BulletinSections } from './bulletin-sections.service';
import type { BulletinEntity } from './bulletin.entity';
import {
  BulletinAttachInput,
  BulletinAttachmentEditInput,
  BulletinSectionAddInput,
  BulletinSectionEditInput,
} from './bulletin.inputs';
import { BulletinCommentPayload, BulletinPayload } from './bulletin.payloads';
import { BulletinType } from './bulletin.type';
import { BulletinQueries } from './bulletins.queries';

const idArg = (name: string) => Args(name, { type: () => ID });

/** Writing in a bulletin: sections, pictures, remarks. */
@Resolver(() => BulletinType)
export class BulletinWritingResolver {
  constructor(
    private readonly queries: BulletinQueries,
    private readonly sections: BulletinSections,
    private readonly attachments: BulletinAttachments,
    private readonly comments: BulletinComments,
  ) {}

  @Mutation(() => BulletinPayload, { description: 'Adds a section.' })
  bulletinSectionAdd(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @Args('input') { kind, officeId, content }: BulletinSectionAddInput,
  ): Promise<BulletinPayload> {
    const section = { kind, officeId: officeId ?? null, ...(content ? { content: parseJson(content) } : {}) };
    return this.answer(ctx, this.sections.add(ctx, id, section));
  }

  @Mutation(() => BulletinPayload, { description: 'Changes the words, speaker or consent of a section.' })
  bulletinSectionEdit(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
    @Args('input') { content, ...input }: BulletinSectionEditInput,
  ): Promise<BulletinPayload> {
    const edit = { ...input, ...(content === undefined ? {} : { content: parseJson(content) }) };
    return this.answer(ctx, this.sections.edit(ctx, id, sectionId, edit));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes a section out; its revisions stay.' })
  bulletinSectionRemove(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.sections.remove(ctx, id, sectionId));
  }

  @Mutation(() => BulletinPayload, { description: "Writes an earlier revision's words as the newest." })
  bulletinRevisionRestore(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('revisionId') revisionId: string,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.sections.restore(ctx, id, revisionId));
  }

  @Mutation(() => BulletinPayload, { description: 'Attaches a stored file of the acting office.' })
  bulletinAttachmentAdd(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
    @Args('input') input: BulletinAttachInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.attachments.attach(ctx, id, sectionId, input));
  }

  @Mutation(() => BulletinPayload, { description: 'Changes the words beside a picture or document, or its focus.' })
  bulletinAttachmentEdit(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
    @idArg('attachmentId') attachmentId: string,
    @Args('input') input: BulletinAttachmentEditInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.attachments.edit(ctx, id, sectionId, attachmentId, input));
  }

  @Mutation(() => BulletinPayload, {
    description: 'Moves a picture or document to another place in its section; signatures cover the order.',
  })
  bulletinAttachmentMove(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
    @idArg('attachmentId') attachmentId: string,
    @Args('position', { type: () => Int, description: 'From 0; the first picture leads on the public page.' })
    position: number,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.attachments.move(ctx, id, sectionId, attachmentId, position));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes a picture or document out; the stored file stays.' })
  bulletinAttachmentRemove(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('sectionId') sectionId: string,
    @idArg('attachmentId') attachmentId: string,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.attachments.remove(ctx, id, sectionId, attachmentId));
  }

  @Query(() => [BulletinCommentType], { description: 'Threads of a bulletin, oldest first, at most 500 comments.' })
  bulletinComments(@Ctx() ctx: RequestContext, @idArg('id') id: string): Promise<BulletinCommentType[]> {
    return this.comments.list(ctx, id);
  }

  @Mutation(() => BulletinCommentPayload, { description: 'Adds a remark or an answer.' })
  async bulletinCommentAdd(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @Args('input') input: BulletinCommentAddInput,
  ): Promise<BulletinCommentPayload> {
    return { comment: await this.comments.add(ctx, id, input), errors: [] };
  }

  @Mutation(() => BulletinCommentPayload, { description: "Changes one's own remark." })
  async bulletinCommentEdit(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('commentId') commentId: string,
    @Args('input') input: BulletinCommentEditInput,
  ): Promise<BulletinCommentPayload> {
    return { comment: await this.comments.edit(ctx, id, commentId, input.body), errors: [] };
  }

  @Mutation(() => BulletinCommentPayload, { description: 'Closes a thread; it stays readable.' })
  async bulletinCommentResolve(
    @Ctx() ctx: RequestContext,
    @idArg('id') id: string,
    @idArg('commentId') commentId: string,
  ): Promise<BulletinCommentPayload> {
    return { comment: await this.comments.resolve(ctx, id, commentId), errors: [] };
  }

  private async answer(ctx: RequestContext, act: Promise<BulletinEntity>): Promise<BulletinPayload> {
    const { id } = await act;
    return { bulletin: await this.queries.get(ctx, id), errors: [] };
  }
}

/** The input was checked to be JSON. */
function parseJson(text: string): unknown {
  return JSON.parse(text);
}
