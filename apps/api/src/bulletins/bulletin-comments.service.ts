import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { mayResolveComment } from '@domain/bulletins/section.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { BulletinCommentEntity } from './bulletin-comment.entity';
import type { BulletinCommentAddInput, BulletinCommentType } from './bulletin-comment.type';
import { BulletinLoading, officeOrder, type LockedBulletin } from './bulletin-loading.service';
import { expectOffices } from './bulletin-mentions.service';

const commentsSql = `
  select c.id, c.thread_id as "threadId", c.section_id as "sectionId", c.body, c.quoted_text as "quotedText", c.mentions,
    c.mentioned_office_ids as "mentionedOfficeIds",
    (select first.anchor_id from bulletin_comments first where first.id = c.thread_id) as "anchorId",
    c.created_at as "createdAt", c.edited_at as "editedAt", c.resolved_at as "resolvedAt",
    json_build_object('id', u.id, 'name', u.name) as author,
    json_build_object('id', o.id, 'code', o.code, 'name', o.name) as office
  from bulletin_comments c join users u on u.id = c.author_id join offices o on o.id = c.office_id
  where c.bulletin_id = $1 and ($2::uuid is null or c.id = $2)
  order by c.thread_id, c.created_at, c.id limit 500`;

type Named = Pick<BulletinCommentAddInput, 'mentions' | 'mentionedOfficeIds'>;

/** Remarks in threads. Only its author changes a comment; a thread is closed by who began it or by the lead. */
@Injectable()
export class BulletinComments {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
  ) {}

  /** All threads, oldest first, at most 500 comments. Refuses: NOT_FOUND, FORBIDDEN. */
  async list(ctx: RequestContext, bulletinId: string): Promise<BulletinCommentType[]> {
    const { facts } = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, facts));
    return ctx.db.query(commentsSql, [bulletinId, null]);
  }

  /** Adds a remark or an answer. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID (thread, section, mentions). */
  add(ctx: RequestContext, bulletinId: string, input: BulletinCommentAddInput): Promise<BulletinCommentType> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.COMMENT, locked.facts));
      const thread = input.threadId ? await this.find(ctx, bulletinId, input.threadId, 'threadId') : null;
      if (thread && thread.threadId !== thread.id)
        throw new DomainError(ErrorCode.INVALID, { path: ['input', 'threadId'] });
      if (input.anchorId && (thread || !input.sectionId))
        throw new DomainError(ErrorCode.INVALID, { path: ['input', 'anchorId'] });
      if (input.sectionId) await this.loading.section(ctx, locked, input.sectionId);
      await this.requireReaders(ctx, locked, input.mentions);
      expectOffices(locked, input.mentionedOfficeIds);
      const id = newId(ctx.now);
      await ctx.db.insert(BulletinCommentEntity, {
        id,
        bulletinId,
        sectionId: thread?.sectionId ?? input.sectionId ?? null,
        threadId: thread?.id ?? id,
        authorId: ctx.actor.userId ?? '',
        officeId: ctx.actor.officeId ?? '',
        body: input.body.normalize('NFC').trim(),
        quotedText: input.quotedText ?? null,
        anchorId: input.anchorId ?? null,
        mentions: input.mentions,
        mentionedOfficeIds: input.mentionedOfficeIds,
        createdAt: ctx.now,
      });
      await this.record(ctx, 'bulletin.commented', bulletinId, id, input);
      return this.present(ctx, bulletinId, id);
    });
  }

  /** Changes one's own words. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  edit(ctx: RequestContext, bulletinId: string, commentId: string, body: string): Promise<BulletinCommentType> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.COMMENT, locked.facts));
      const comment = await this.find(ctx, bulletinId, commentId, 'commentId');
      if (comment.authorId !== ctx.actor.userId) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['commentId'] });
      Object.assign(comment, { body: body.normalize('NFC').trim(), editedAt: ctx.now });
      await ctx.db.save(comment);
      await this.record(ctx, 'bulletin.commentEdited', bulletinId, commentId);
      return this.present(ctx, bulletinId, commentId);
    });
  }

  /** Folds a thread; it stays readable. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (closed already). */
  resolve(ctx: RequestContext, bulletinId: string, commentId: string): Promise<BulletinCommentType> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const comment = await this.find(ctx, bulletinId, commentId, 'commentId');
      authorize(mayResolveComment(ctx.actor, { bulletin: locked.facts, comment }), ['commentId']);
      if (comment.resolvedAt || comment.threadId !== comment.id) {
        throw new DomainError(ErrorCode.WRONG_STATE, {
          path: ['commentId'],
          message: 'not the start of an open thread',
        });
      }
      Object.assign(comment, { resolvedAt: ctx.now, resolvedById: ctx.actor.userId });
      await ctx.db.save(comment);
      await this.record(ctx, 'bulletin.threadResolved', bulletinId, commentId);
      return this.present(ctx, bulletinId, commentId);
    });
  }

  private async find(
    ctx: RequestContext,
    bulletinId: string,
    id: string,
    path: string,
  ): Promise<BulletinCommentEntity> {
    const comment = isId(id) ? await ctx.db.findOne(BulletinCommentEntity, { where: { id, bulletinId } }) : null;
    if (!comment) throw new DomainError(ErrorCode.NOT_FOUND, { path: [path] });
    return comment;
  }

  private async present(ctx: RequestContext, bulletinId: string, id: string): Promise<BulletinCommentType> {
    const [comment]: BulletinCommentType[] = await ctx.db.query(commentsSql, [bulletinId, id]);
    if (!comment) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['commentId'] });
    return comment;
  }

  /** People who are named must work in an office of this bulletin: a mention shows nothing to outsiders. */
  private async requireReaders(ctx: RequestContext, locked: LockedBulletin, userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const rows: { user_id: string }[] = await ctx.db.query(
      `select distinct user_id from memberships where user_id = any($1) and office_id = any($2)
         and valid_from <= $3::date and (valid_until is null or valid_until >= $3::date)`,
      [userIds, officeOrder(locked), ctx.now],
    );
    const known = new Set(rows.map((row) => row.user_id));
    if (userIds.some((id) => !known.has(id))) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'mentions'] });
  }

  private record(
    ctx: RequestContext,
    name: string,
    bulletinId: string,
    commentId: string,
    { mentions, mentionedOfficeIds }: Named = { mentions: [], mentionedOfficeIds: [] },
  ): Promise<void> {
    return this.ledger.record(ctx, {
      name,
      subjectType: 'bulletin',
      subjectId: bulletinId,
      data: { commentId, mentions, ...(mentionedOfficeIds.length > 0 ? { mentionedOfficeIds } : {}) },
    });
  }
}
