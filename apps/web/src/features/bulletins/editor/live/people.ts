import type { Awareness } from 'y-protocols/awareness';

interface Present {
  readonly id: string;
  readonly name: string;
  readonly office: string;
  readonly colour: string;
  readonly cursor: unknown;
}

interface State {
  readonly user?: { readonly id?: string; readonly name?: string; readonly office?: string; readonly color?: string };
  readonly cursor?: unknown;
}

/** Everybody else in a section, as the server names them; once, however many windows they have open. */
export function peopleOf(awareness: Awareness | null): Present[] {
  if (awareness === null) return [];
  const people = new Map<string, Present>();
  for (const [client, state] of awareness.getStates() as Map<number, State>) {
    const { user, cursor } = state;
    if (client === awareness.clientID || user?.id === undefined || user.name === undefined) continue;
    const known = people.get(user.id);
    people.set(user.id, {
      id: user.id,
      name: user.name,
      office: user.office ?? '',
      colour: user.color ?? '#545b62',
      cursor: cursor ?? known?.cursor,
    });
  }
  return [...people.values()];
}
