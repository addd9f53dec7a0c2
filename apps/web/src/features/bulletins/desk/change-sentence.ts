import { sectionWords } from '../../../lib/bulletin-words';
import { catalogue } from '../../../lib/messages';
import type { DeskBulletin } from './desk-bulletin';
import { signatureWords, stateWords } from './desk-words';
import { sentenceOf } from '../../../lib/messages';

const m = catalogue(
  {
    office: '{office}: {status}',
    section: 'Metin değişti: {section}',
    state: 'Durum: {state}',
    comment: 'Yeni yorum var.',
    gone: 'Bu bülten artık size açık değil.',
  },
  {
    office: '{office}: {status}',
    section: 'The text changed: {section}',
    state: 'State: {state}',
    comment: 'There is a new comment.',
    gone: 'This bulletin is no longer open to you.',
  },
);

/** What happened, in a short sentence to be read out; empty when nothing needs to be said. */
export function sentenceOfChange(event: string, before: DeskBulletin | null, after: DeskBulletin | null): string {
  if (after === null) return m.gone();
  if (event === 'bulletin.commented') return m.comment();
  if (before === null) return '';
  const state = after.state === before.state ? [] : [m.state({ state: sentenceOf(stateWords, after.state) })];
  return [...state, ...changedSections(before, after), ...changedOffices(before, after)].join('. ');
}

function changedOffices(before: DeskBulletin, after: DeskBulletin): string[] {
  const former = new Map(before.signatures.map(({ office, status }) => [office.id, status]));
  return after.signatures
    .filter(({ office, status }) => former.get(office.id) !== status)
    .map(({ office, status }) => m.office({ office: office.name, status: sentenceOf(signatureWords, status) }));
}

function changedSections(before: DeskBulletin, after: DeskBulletin): string[] {
  const former = new Map(before.sections.map(({ id, hash }) => [id, hash]));
  return after.sections
    .filter(({ id, hash }) => former.get(id) !== hash)
    .map(({ kind }) => m.section({ section: sentenceOf(sectionWords, kind) }));
}
