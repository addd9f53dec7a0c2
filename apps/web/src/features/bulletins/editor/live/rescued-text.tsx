import { useState } from 'react';
import { catalogue, sentenceOf } from '../../../../lib/messages';
import { Button } from '../../../../ui/button';
import { Banner } from '../../../../ui/feedback';
import type { Rescued } from './section-line';
import { refusalWords } from './refusal-words';
import css from './section-text.module.css';

const m = catalogue(
  {
    title: 'Son yazdıklarınız alınmadı.',
    keep: 'Bölümün güncel metni aşağıda. Sizin metniniz, kopyalayabilmeniz için burada duruyor:',
    yours: 'Sizin metniniz',
    copy: 'Metnimi kopyala',
    copied: 'Kopyalandı',
    close: 'Kapat',
  },
  {
    title: 'What you wrote last was not taken over.',
    keep: 'The current text stands below. Yours is kept here so that you can copy it:',
    yours: 'Your text',
    copy: 'Copy my text',
    copied: 'Copied',
    close: 'Close',
  },
);

/** What the server did not take, with the reason; it stays until the person closes it. */
export function RescuedText({
  rescued: { text, reason },
  onClose,
}: {
  readonly rescued: Rescued;
  readonly onClose: () => void;
}) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <Banner tone="alert">
      <p>
        <strong>{m.title()}</strong> {sentenceOf(refusalWords, reason)} {m.keep()}
      </p>
      <textarea className={css.rescued} readOnly rows={4} value={text} aria-label={m.yours()} />
      <div className="row">
        <Button onPress={() => void copy()}>{isCopied ? m.copied() : m.copy()}</Button>
        <Button look="quiet" onPress={onClose}>
          {m.close()}
        </Button>
      </div>
    </Banner>
  );
}
