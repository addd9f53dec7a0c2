import { recommendedLengths } from '@domain/bulletins/recommended-lengths';
import { countWords, graphemeLength } from '@turkish/measure';
import { catalogue } from '../../../lib/messages';
import css from './text-counter.module.css';

const m = catalogue(
  {
    counted: '{words} kelime, {length} karakter',
    limited: '{words} kelime, {length}/{limit} karakter',
    hint: 'Önerilen uzunluk {limit} karakter; metin {length} karakter.',
    over: 'önerilenden uzun',
  },
  {
    counted: '{words} words, {length} characters',
    limited: '{words} words, {length}/{limit} characters',
    hint: 'Recommended {limit} characters; the text has {length}.',
    over: 'longer than recommended',
  },
);

interface TextCounterProps {
  /** `SectionKind`: some have a recommended length. */
  readonly kind: string;
  /** Plain text of the words that count. */
  readonly text: string;
}

/** How long a text is, in words and characters, beside the length that is recommended for its kind. */
export function TextCounter({ kind, text }: TextCounterProps) {
  const [words, length] = [countWords(text), graphemeLength(text)];
  const limit: number | undefined = recommendedLengths[kind as keyof typeof recommendedLengths];
  if (limit === undefined) {
    return length === 0 ? null : <span className={css.counter}>{m.counted({ words, length })}</span>;
  }
  const isOver = length > limit;
  return (
    <span className={css.counter} data-over={isOver || undefined} title={m.hint({ length, limit })}>
      {m.limited({ words, length, limit })}
      {isOver ? ` · ${m.over()}` : null}
    </span>
  );
}
