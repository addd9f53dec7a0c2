import type { CombinedError } from 'urql';
import { catalogue, sentenceOf } from './messages';

/** A refusal as the API gives it: `code` is the contract, the sentence is ours. */
export interface UserError {
  readonly code: string;
  readonly path: readonly string[];
  readonly details: readonly string[];
  readonly message: string;
}

export const errorSentences = catalogue(
  {
    INVALID: 'Bu değer geçerli değil.',
    NOT_FOUND: 'Bu kayıt bulunamadı ya da size açık değil.',
    FORBIDDEN: 'Bu işlem için yetkiniz yok.',
    WRONG_STATE: 'Kaydın bugünkü durumunda bu işlem yapılamaz. Sayfayı yenileyip durumuna bakın.',
    STALE_VERSION: 'Siz yazarken kayıt değişti. Güncel metinle karşılaştırıp yeniden kaydedin.',
    TAKEN: 'Bu değer başka bir kayıtta kullanılıyor.',
    TOO_MANY: 'Kısa sürede çok deneme yapıldı. Biraz bekleyip yeniden deneyin.',
    SIGNATURES_MISSING: 'Gerekli olurlar henüz tamam değil.',
    INCOMPLETE: 'Eksikler var: önce denetim listesindeki engelleri giderin.',
    HELD: 'Kriz dondurması ya da yayın yasağı nedeniyle bekletiliyor.',
    EXPIRED: 'Bağlantının süresi dolmuş ya da daha önce kullanılmış. Yenisini isteyin.',
    BAD_CREDENTIALS: 'E-posta adresi, parola ya da kod yanlış.',
    SECOND_FACTOR_REQUIRED: 'Doğrulama kodunuzu da yazın.',
    UNAUTHENTICATED: 'Oturumunuz kapanmış. Yeniden giriş yapın.',
    UNACCEPTABLE_FILE: 'Bu dosya alınamadı: türü, boyutu ya da içeriği uygun değil.',
    OFFLINE: 'Sunucuya ulaşılamadı. İnternet bağlantınızı denetleyip yeniden deneyin.',
    UNKNOWN: 'İşlem tamamlanamadı. Birazdan yeniden deneyin.',
    withRequestId: '{sentence} (Kayıt no: {id})',
  },
  {
    INVALID: 'This value is not valid.',
    NOT_FOUND: 'This record was not found or is not open to you.',
    FORBIDDEN: 'You do not have the right to do this.',
    WRONG_STATE: 'This cannot be done in the present state. Reload the page and look at the state.',
    STALE_VERSION: 'The record changed while you were writing. Compare with the current text and save again.',
    TAKEN: 'Another record already uses this value.',
    TOO_MANY: 'Too many tries in a short time. Wait a little and try again.',
    SIGNATURES_MISSING: 'The required signatures are not complete yet.',
    INCOMPLETE: 'Something is missing: clear the blocking findings first.',
    HELD: 'Held back by a crisis freeze or a blackout.',
    EXPIRED: 'The link is too old or was used before. Ask for a new one.',
    BAD_CREDENTIALS: 'The e-mail address, password or code is wrong.',
    SECOND_FACTOR_REQUIRED: 'Enter your verification code too.',
    UNAUTHENTICATED: 'Your session has ended. Sign in again.',
    UNACCEPTABLE_FILE: 'This file was not taken: its kind, size or content does not fit.',
    OFFLINE: 'The server could not be reached. Check your connection and try again.',
    UNKNOWN: 'This could not be completed. Try again shortly.',
    withRequestId: '{sentence} (Record no: {id})',
  },
);

/** The sentence for a code of the API; an unknown code gets the general one. */
export function sentenceForCode(code: string): string {
  return code in errorSentences ? sentenceOf(errorSentences, code) : errorSentences.UNKNOWN();
}

/** Turns what went wrong on the way (network, session, bug) into refusals without a path. */
export function errorsOf(error: CombinedError): UserError[] {
  if (error.networkError && error.graphQLErrors.length === 0) {
    return [{ code: 'OFFLINE', path: [], details: [], message: error.message }];
  }
  return error.graphQLErrors.map(({ message, extensions }) => ({
    code: typeof extensions['code'] === 'string' ? extensions['code'] : 'UNKNOWN',
    path: Array.isArray(extensions['path']) ? extensions['path'].map(String) : [],
    details: typeof extensions['requestId'] === 'string' ? [extensions['requestId']] : [],
    message,
  }));
}

/** What a person reads about a refusal. */
export function sentenceForError(error: UserError): string {
  const sentence = sentenceForCode(error.code);
  const [requestId] = error.details;
  const isBug = !(error.code in errorSentences) && requestId;
  return isBug ? errorSentences.withRequestId({ sentence, id: requestId.slice(0, 8) }) : sentence;
}
