/** What can be done with one bulletin without opening it, and why not. Rights come from `viewerCan`. */
import { catalogue } from '../../../lib/messages';
import type { BulletinRow, RowAct } from './list-query';

const m = catalogue(
  {
    signNotNow: 'Olur aşamasında değil.',
    signed: 'Biriminiz bu metne olur verdi.',
    signNoRight: 'Bu işlem için yetki: Basın Müdürü ya da vekili',
    releaseNotNow: 'Önce olura sunulmalı.',
    released: 'Zaten servis edildi.',
    releaseNoRight: 'Bu işlem için yetki: {office}',
    duplicateNoRight: 'Bu işlem için yetki: bültene katılan birimlerin editörleri',
    discardNotNow: 'Servis onayından sonra atılamaz.',
    discardNoRight: 'Bu işlem için yetki: {office}, editör',
  },
  {
    signNotNow: 'It is not in sign-off.',
    signed: 'Your office has signed these words.',
    signNoRight: 'May be done by: the press director or their deputy',
    releaseNotNow: 'It must be offered for sign-off first.',
    released: 'It is released already.',
    releaseNoRight: 'May be done by: {office}',
    duplicateNoRight: 'May be done by: editors of the offices that take part',
    discardNotNow: 'It cannot be given up after the approval.',
    discardNoRight: 'May be done by: {office}, editor',
  },
);

const can = (bulletin: BulletinRow, act: RowAct) => bulletin.viewerCan.includes(act);
const isIn = ({ state }: BulletinRow, states: readonly BulletinRow['state'][]) => states.includes(state);

/** Where the office stands that acts; undefined: it takes no part. */
const ownStatus = ({ signatures }: BulletinRow, officeId: string | undefined) =>
  signatures.find(({ office }) => office.id === officeId)?.status;

export function signRefusal(bulletin: BulletinRow, officeId: string | undefined): string | undefined {
  if (!isIn(bulletin, ['IN_SIGNOFF', 'SCHEDULED'])) return m.signNotNow();
  if (ownStatus(bulletin, officeId) === 'SIGNED') return m.signed();
  return can(bulletin, 'SIGN') ? undefined : m.signNoRight();
}

/** Leading to the check page, where what is still missing is said. */
export function releaseRefusal(bulletin: BulletinRow): string | undefined {
  if (isIn(bulletin, ['RELEASED', 'WITHDRAWN'])) return m.released();
  if (!isIn(bulletin, ['IN_SIGNOFF', 'SCHEDULED'])) return m.releaseNotNow();
  return can(bulletin, 'DISTRIBUTE') ? undefined : m.releaseNoRight({ office: bulletin.leadOffice.name });
}

export const duplicateRefusal = (bulletin: BulletinRow): string | undefined =>
  can(bulletin, 'DUPLICATE') ? undefined : m.duplicateNoRight();

export function discardRefusal(bulletin: BulletinRow): string | undefined {
  if (!isIn(bulletin, ['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF'])) return m.discardNotNow();
  return can(bulletin, 'DISCARD') ? undefined : m.discardNoRight({ office: bulletin.leadOffice.name });
}
