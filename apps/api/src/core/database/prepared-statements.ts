import { Client } from 'pg';

interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** Every connection of the pool keeps every one of them in memory, so the number has an end; the rest runs as usual. */
const mostStatements = 64;
const statements = new Map<string, NamedStatement>();

/**
 * Marks a statement that is asked at nearly every request, and gives it back unchanged: PostgreSQL then parses and plans
 * it once per connection, which costs it more than answering. For fixed texts whose best plan does not hang on the
 * values; a search word that is now rare and now common is planned better each time.
 */
export function prepared(text: string): string {
  if (!statements.has(text) && statements.size < mostStatements) {
    statements.set(text, { name: `tekses_${statements.size + 1}`, text });
  }
  return text;
}

type AnyQuery = (...args: unknown[]) => unknown;
const plainQuery = Client.prototype.query as AnyQuery;

/** A connection that runs the marked statements under their names. */
export class PreparingClient extends Client {
  override query(...[text, ...rest]: unknown[]): never {
    const named = typeof text === 'string' ? statements.get(text) : undefined;
    return plainQuery.call(this, named ?? text, ...rest) as never;
  }
}
