import { Injectable } from '@nestjs/common';
import { newId } from '@domain/ids';
import type { RequestContext } from '../context';
import { LinkEntity } from './link.entity';

export interface LinkEnd {
  readonly type: string;
  readonly id: string;
}

/** Provenance between things of any module. A link says nothing of visibility: readers check both ends themselves. */
@Injectable()
export class Links {
  /** Adds `from –relation→ to`; the same link twice is one link. */
  async add(ctx: RequestContext, from: LinkEnd, relation: string, to: LinkEnd): Promise<void> {
    const link: LinkEntity = {
      id: newId(ctx.now),
      fromType: from.type,
      fromId: from.id,
      relation,
      toType: to.type,
      toId: to.id,
      createdAt: ctx.now,
      createdById: ctx.actor.userId,
    };
    await ctx.db.createQueryBuilder().insert().into(LinkEntity).values(link).orIgnore().execute();
  }

  /** What `from` points to by this relation, oldest first. */
  from(ctx: RequestContext, from: LinkEnd, relation: string): Promise<LinkEntity[]> {
    return ctx.db.find(LinkEntity, {
      where: { fromType: from.type, fromId: from.id, relation },
      order: { createdAt: 'ASC' },
    });
  }

  /** What points to `to` by this relation, oldest first. */
  to(ctx: RequestContext, to: LinkEnd, relation: string): Promise<LinkEntity[]> {
    return ctx.db.find(LinkEntity, { where: { toType: to.type, toId: to.id, relation }, order: { createdAt: 'ASC' } });
  }
}
