import { catalogue } from '../../lib/messages';

/** Why something waits, as the first words of its row. */
export const reasonWords = catalogue(
  {
    RELEASE_REFUSED: 'Servis edilemedi',
    SIGN_ANEW: 'Olurunuz yenilenmeli',
    SIGN: 'Olurunuz bekleniyor',
    ANSWER_INVITATION: 'Katılmanız isteniyor',
    RETURNED: 'Düzeltme istendi',
    EMBARGO_UNSIGNED: 'Ambargo yaklaşıyor, olur eksik',
    APPROVE_RELEASE: 'Olurlar tamam, servis bekliyor',
    FINISH_CORRECTION: 'Düzeltme bitirilmeyi bekliyor',
    REVIEW: 'Görüşünüz isteniyor',
    MENTIONED: 'Sizden söz edildi',
  },
  {
    RELEASE_REFUSED: 'Could not be released',
    SIGN_ANEW: 'Your signature must be renewed',
    SIGN: 'Your signature is awaited',
    ANSWER_INVITATION: 'You are asked to take part',
    RETURNED: 'Sent back for changes',
    EMBARGO_UNSIGNED: 'Embargo ends soon, signatures missing',
    APPROVE_RELEASE: 'All signed, release waits',
    FINISH_CORRECTION: 'Correction to be finished',
    REVIEW: 'Your opinion is asked for',
    MENTIONED: 'You were mentioned',
  },
);

/** The one act of a row: a verb. */
export const actWords = catalogue(
  {
    RELEASE_REFUSED: 'Nedenine bak',
    SIGN_ANEW: 'Değişikliğe bak',
    SIGN: 'Oku, olur ver',
    ANSWER_INVITATION: 'Katıl',
    RETURNED: 'Düzelt',
    EMBARGO_UNSIGNED: 'Olurlara bak',
    APPROVE_RELEASE: 'Kontrol et, servis et',
    FINISH_CORRECTION: 'Düzeltmeyi aç',
    REVIEW: 'Oku',
    MENTIONED: 'Yanıtla',
  },
  {
    RELEASE_REFUSED: 'See why',
    SIGN_ANEW: 'See what changed',
    SIGN: 'Read and sign',
    ANSWER_INVITATION: 'Take part',
    RETURNED: 'Revise',
    EMBARGO_UNSIGNED: 'See signatures',
    APPROVE_RELEASE: 'Check and release',
    FINISH_CORRECTION: 'Open the correction',
    REVIEW: 'Read',
    MENTIONED: 'Answer',
  },
);

export type TodayReason = keyof typeof reasonWords;

interface Target {
  readonly reason: TodayReason;
  readonly bulletinId: string;
  readonly commentId: string | null;
}

/** Where the act of a row leads. */
export function targetOf({ reason, bulletinId, commentId }: Target): string {
  const page = `/bultenler/${bulletinId}`;
  if (reason === 'APPROVE_RELEASE' || reason === 'RELEASE_REFUSED') return `${page}/kontrol`;
  if (reason === 'SIGN_ANEW') return `${page}?sekme=degisiklik`;
  return reason === 'MENTIONED' && commentId !== null ? `${page}?yorum=${commentId}` : page;
}
