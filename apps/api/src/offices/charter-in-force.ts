import { CharterState } from '@domain/signoff/charter.policy';
import { defaultCharterRules, type CharterRules } from '@domain/signoff/charter';
import type { RequestContext } from '../core/context';
import { CharterEntity } from './charter.entity';

/** The version that counts now, for what begins now and is judged by it to its end; null before the first one. */
export async function charterIdInForce(ctx: RequestContext): Promise<string | null> {
  const charter = await ctx.db.findOne(CharterEntity, {
    where: { state: CharterState.IN_FORCE },
    select: { id: true },
  });
  return charter?.id ?? null;
}

/**
 * The joint rules for what began under this version, whatever came into force since; null: what has not begun is judged
 * by the version in force now, or by the rules that the platform starts with.
 */
export async function charterRules(ctx: RequestContext, charterId: string | null): Promise<CharterRules> {
  const where = charterId === null ? { state: CharterState.IN_FORCE } : { id: charterId };
  const charter = await ctx.db.findOne(CharterEntity, { where });
  return charter?.rules ?? defaultCharterRules;
}
