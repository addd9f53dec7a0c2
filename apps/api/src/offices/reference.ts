import { newId } from '@domain/ids';
import { defaultCharterRules } from '@domain/signoff/charter';
import { CharterState } from '@domain/signoff/charter.policy';
import type { RequestContext } from '../core/context';
import { charterHash } from './charter-rules';

/** Writes the rules that the platform starts with as version 1 of the charter, unless there is one. May run any number of times. */
export async function ensureReference(ctx: RequestContext): Promise<void> {
  await ctx.db.query(
    `insert into charters (id, version_number, state, rules, hash, note, created_at, in_force_at)
     values ($1, 1, $2, $3, $4, $5, $6, $6) on conflict (version_number) do nothing`,
    [
      newId(ctx.now),
      CharterState.IN_FORCE,
      JSON.stringify(defaultCharterRules),
      charterHash(defaultCharterRules),
      'Başlangıç kuralları: her kurum imzalar, sessizlik onay sayılmaz.',
      ctx.now,
    ],
  );
}
