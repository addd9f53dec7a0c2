import { CharterState } from '@domain/signoff/charter.policy';
import { defaultCharterRules, type CharterRules } from '@domain/signoff/charter';
import type { RequestContext } from '../core/context';
import { CharterEntity } from './charter.entity';

/** The joint rules that count now: those of the version in force, or the rules that the platform starts with. */
export async function rulesInForce(ctx: RequestContext): Promise<CharterRules> {
  const charter = await ctx.db.findOne(CharterEntity, { where: { state: CharterState.IN_FORCE } });
  return charter?.rules ?? defaultCharterRules;
}
