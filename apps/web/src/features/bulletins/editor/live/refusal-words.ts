import { catalogue } from '../../../../lib/messages';

/** Why a change was not made, by `WritingRefusal` and by what the server says. */
export const refusalWords = catalogue(
  {
    READ_ONLY: 'Bu bölümü şu anda yalnız okuyabilirsiniz.',
    NOT_YOUR_WORDS: 'Bu bölümün metnini doğrudan değiştiremezsiniz; değişikliği öneri olarak yazın.',
    FORGED: 'Başkasının önerisinin içine yazılamaz. Önerinin yanına kendi önerinizi yazın.',
    NOT_YOUR_SUGGESTION: 'Başkasının önerisi silinemez; metnin sahibi birim kabul eder ya da reddeder.',
    ANCHOR_GONE: 'Bu sözcüklere bağlı bir yorum var; yorum kapanmadan kaldırılamaz.',
    INVALID: 'Metinde izin verilmeyen bir öge var ya da metin çok uzun.',
    TOO_MANY: 'Bu bölümde çok fazla açık öneri var. Önce bir bölümü sonuçlandırılmalı.',
    INCOMPLETE: 'Bu cihazdaki metin sunucudakinden farklı bir yoldan geldi.',
    UNREADABLE: 'Bu cihazdaki metin okunamadı.',
    ONE_LINE: 'Bu alan tek satırdır ve biçim taşımaz.',
    RETURNED: 'Siz yazarken bülten düzenlemeye kapandı ya da yetkiniz değişti.',
  },
  {
    READ_ONLY: 'You can only read this part now.',
    NOT_YOUR_WORDS: 'You cannot change these words directly; write the change as a suggestion.',
    FORGED: 'You cannot write into another person’s suggestion. Put yours beside it.',
    NOT_YOUR_SUGGESTION: 'Another person’s suggestion cannot be deleted; the owning office accepts or rejects it.',
    ANCHOR_GONE: 'A comment is about these words; they stay until it is closed.',
    INVALID: 'The text holds something that is not allowed, or is too long.',
    TOO_MANY: 'There are too many open suggestions in this part. Some must be decided first.',
    INCOMPLETE: 'The text on this device does not follow from the one on the server.',
    UNREADABLE: 'The text on this device could not be read.',
    ONE_LINE: 'This is one line without formatting.',
    RETURNED: 'While you were writing, the bulletin was closed for editing or your rights changed.',
  },
);
