/** Which act stands first on the page, and why an act is refused; asked by header, strip and menu alike. */
import { catalogue } from '../../../lib/messages';
import { may, seesWork, signatureOf, type DeskAct, type DeskBulletin } from './desk-bulletin';

const m = catalogue(
  {
    leadOnly: 'Bu işlem için yetki: {office}, basın birimi',
    signerOnly: 'Bu işlem için yetki: Basın Müdürü ya da vekili',
    leadSignerOnly: 'Bu işlem için yetki: {office}, Basın Müdürü',
    notNow: 'Bültenin bu durumunda yapılamaz: {state}',
    noPart: 'Biriminiz bu bültene katılmıyor.',
  },
  {
    leadOnly: 'May be done by: press unit of {office}',
    signerOnly: 'May be done by: the press director or their deputy',
    leadSignerOnly: 'May be done by: press director of {office}',
    notNow: 'Cannot be done in this state: {state}',
    noPart: 'Your office does not take part in this bulletin.',
  },
);

/** What the page offers first. Links go to the check page. */
export type PrimaryAct =
  'ACCEPT' | 'SHARE' | 'SUBMIT' | 'SIGN' | 'RENEW' | 'CHECK' | 'WAIT' | 'DELIVERIES' | 'NEWSROOM' | 'NONE';

const signable = new Set(['PENDING', 'SEEN', 'RETURNED', 'WITHDRAWN']);

/** The one act that the state of the bulletin asks of this viewer's office. */
export function primaryActOf(bulletin: DeskBulletin, officeId: string | undefined): PrimaryAct {
  const own = signatureOf(bulletin, officeId);
  if (may(bulletin, 'ACCEPT')) return 'ACCEPT';
  if (may(bulletin, 'SIGN') && own?.status === 'STALE') return 'RENEW';
  if (may(bulletin, 'SIGN') && own && signable.has(own.status)) return 'SIGN';
  return byState(bulletin);
}

function byState(bulletin: DeskBulletin): PrimaryAct {
  if (!seesWork(bulletin)) return bulletin.publicPath === null ? 'NONE' : 'NEWSROOM';
  switch (bulletin.state) {
    case 'DRAFT':
      // The offices know the text of a correction already; what they have not seen is the mended word, to be signed.
      return bulletin.signatures.length > 1 && bulletin.corrects === null ? 'SHARE' : 'SUBMIT';
    case 'IN_REVIEW':
      return 'SUBMIT';
    case 'IN_SIGNOFF':
      return may(bulletin, 'DISTRIBUTE') ? 'CHECK' : 'WAIT';
    case 'SCHEDULED':
      return may(bulletin, 'DISTRIBUTE') ? 'CHECK' : 'WAIT';
    case 'RELEASED':
      return 'DELIVERIES';
    default:
      return 'NONE';
  }
}

const bySigners: ReadonlySet<DeskAct> = new Set([
  'SIGN',
  'RETURN',
  'WITHDRAW_SIGNATURE',
  'ACCEPT',
  'DECLINE',
  'LIFT_EMBARGO',
]);
const byLeadSigner: ReadonlySet<DeskAct> = new Set(['APPROVE_RELEASE', 'UNSCHEDULE', 'WITHDRAW']);

/** Why the viewer may not do it now; undefined: they may. The rights themselves come from the API. */
export function refusalOf(
  bulletin: DeskBulletin,
  act: DeskAct,
  viewer: { readonly officeId: string | undefined; readonly stateName: string; readonly fits: boolean },
): string | undefined {
  if (may(bulletin, act)) return undefined;
  if (!viewer.fits) return m.notNow({ state: viewer.stateName });
  const { name: office } = bulletin.leadOffice;
  if (bySigners.has(act)) return signatureOf(bulletin, viewer.officeId) ? m.signerOnly() : m.noPart();
  return byLeadSigner.has(act) ? m.leadSignerOnly({ office }) : m.leadOnly({ office });
}

/** In which states an act makes sense at all: outside them the reason is the state, inside it is the right. */
const fitting: Readonly<Partial<Record<DeskAct, readonly DeskBulletin['state'][]>>> = {
  SHARE: ['DRAFT'],
  INVITE: ['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF'],
  SUBMIT: ['DRAFT', 'IN_REVIEW'],
  REOPEN: ['IN_SIGNOFF'],
  SIGN: ['IN_SIGNOFF', 'SCHEDULED'],
  RETURN: ['IN_SIGNOFF', 'SCHEDULED'],
  APPROVE_RELEASE: ['IN_SIGNOFF', 'SCHEDULED'],
  UNSCHEDULE: ['SCHEDULED'],
  LIFT_EMBARGO: ['SCHEDULED'],
  CORRECT: ['RELEASED'],
  WITHDRAW: ['RELEASED'],
  DISCARD: ['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF'],
  RESTORE: ['DISCARDED'],
  DECLINE: ['IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED'],
};

export const fitsState = (bulletin: DeskBulletin, act: DeskAct): boolean =>
  fitting[act]?.includes(bulletin.state) ?? true;
