import { catalogue, sentenceOf } from '../../../lib/messages';

const m = catalogue(
  { ACTIVE: 'Etkin', SHADOW: 'Gözlemde', INACTIVE: 'Etkin değil' },
  { ACTIVE: 'Active', SHADOW: 'Watching', INACTIVE: 'Inactive' },
);

export const officeStates = ['ACTIVE', 'SHADOW', 'INACTIVE'] as const;
export const stateName = (state: string) => sentenceOf(m, state);
export const stateTone = { ACTIVE: 'ok', SHADOW: 'warn', INACTIVE: 'plain' } as const;
