/** Collects conditions with their parameters, so that every value reaches PostgreSQL as a parameter. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** Takes a value and gives its placeholder. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(sql: string): void {
    this.parts.push(sql);
  }

  /** All conditions, joined by `and`; `true` when there are none. */
  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' and ');
  }
}
