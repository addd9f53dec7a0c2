import { catalogue, sentenceOf } from '../../../lib/messages';

const m = catalogue(
  {
    BULLETIN: 'Bülten',
    STATEMENT: 'Açıklama',
    MEDIA_ADVISORY: 'Basın daveti',
    BRIEFING_NOTE: 'Bilgi notu',
    QUESTIONS_AND_ANSWERS: 'Soru ve yanıt',
    CORRECTION: 'Düzeltme',
    ALL_PARTICIPANTS: 'Katılan bütün birimlerin oluru gerekir.',
    LEAD_ONLY: 'Yürütücü birimin oluru yeter.',
    LEAD_AND_QUORUM: 'Yürütücü birimin ve en az {quorum} ortağın oluru gerekir.',
    deadline: 'Yanıt için {hours} saat süre vardır.',
    noDeadline: 'Yanıt süresi yoktur.',
    BLOCK: 'Yanıt gelmezse servis bekler.',
    GO_WITHOUT: 'Süre dolunca yanıt vermeyen birim olmadan servis edilir.',
    lift: 'Ambargonun erken kalkması için yürütücü birim dışında en az {count} ortağın oluru gerekir.',
    LEAD_FIRST_THEN_PROTOCOL: 'Adlar ve logolar: önce yürütücü birim, sonra protokol sırası.',
    LEAD_FIRST_THEN_ALPHABETICAL: 'Adlar ve logolar: önce yürütücü birim, sonra abece sırası.',
    liftTitle: 'Ambargonun erken kalkması',
    orderTitle: 'Birimlerin sırası',
  },
  {
    BULLETIN: 'Bulletin',
    STATEMENT: 'Statement',
    MEDIA_ADVISORY: 'Media advisory',
    BRIEFING_NOTE: 'Briefing note',
    QUESTIONS_AND_ANSWERS: 'Questions and answers',
    CORRECTION: 'Correction',
    ALL_PARTICIPANTS: 'All offices that take part must sign.',
    LEAD_ONLY: 'The signature of the lead is enough.',
    LEAD_AND_QUORUM: 'The lead and at least {quorum} partners must sign.',
    deadline: 'There are {hours} hours to answer.',
    noDeadline: 'There is no time limit.',
    BLOCK: 'Without an answer the release waits.',
    GO_WITHOUT: 'When the time is over it goes out without the office that did not answer.',
    lift: 'An embargo ends early when the lead and at least {count} partners agree.',
    LEAD_FIRST_THEN_PROTOCOL: 'Names and logos: the lead first, then by protocol.',
    LEAD_FIRST_THEN_ALPHABETICAL: 'Names and logos: the lead first, then by alphabet.',
    liftTitle: 'Early end of an embargo',
    orderTitle: 'Order of the offices',
  },
);

export type BulletinKind =
  'BRIEFING_NOTE' | 'BULLETIN' | 'CORRECTION' | 'MEDIA_ADVISORY' | 'QUESTIONS_AND_ANSWERS' | 'STATEMENT';

export interface SignoffRule {
  readonly kind: BulletinKind;
  readonly signers: 'ALL_PARTICIPANTS' | 'LEAD_AND_QUORUM' | 'LEAD_ONLY';
  readonly quorum: number | null;
  readonly answerWithinHours: number | null;
  readonly onSilence: 'BLOCK' | 'GO_WITHOUT';
}

export interface CharterRules {
  readonly signoff: readonly SignoffRule[];
  readonly earlyLiftPartners: number;
  readonly nameOrder: 'LEAD_FIRST_THEN_ALPHABETICAL' | 'LEAD_FIRST_THEN_PROTOCOL';
}

export interface RuleSentence {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export const kindName = (kind: string) => sentenceOf(m, kind);

/** What the charter says about one kind of bulletin, as people say it. */
export function signoffSentence({ signers, quorum, answerWithinHours, onSilence }: SignoffRule): string {
  const who = signers === 'LEAD_AND_QUORUM' ? m.LEAD_AND_QUORUM({ quorum: quorum ?? 1 }) : m[signers]();
  if (signers === 'LEAD_ONLY') return who;
  const when = answerWithinHours === null ? m.noDeadline() : m.deadline({ hours: answerWithinHours });
  return `${who} ${when} ${m[onSilence]()}`;
}

/** The whole of the rules, one sentence or a few for each. */
export function ruleSentences({ signoff, earlyLiftPartners, nameOrder }: CharterRules): RuleSentence[] {
  return [
    ...signoff.map((rule) => ({ id: rule.kind, title: kindName(rule.kind), text: signoffSentence(rule) })),
    { id: 'lift', title: m.liftTitle(), text: m.lift({ count: earlyLiftPartners }) },
    { id: 'order', title: m.orderTitle(), text: m[nameOrder]() },
  ];
}
