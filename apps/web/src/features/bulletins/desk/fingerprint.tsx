import { catalogue } from '../../../lib/messages';
import { shortHash } from './desk-bulletin';
import css from './fingerprint.module.css';

const m = catalogue(
  {
    short: 'Metin özeti: {hash}',
    meaning: 'Bütün birimlerde aynıdır; bu metin servis edilirse basın odasında da bu özet yazar.',
  },
  {
    short: 'Text fingerprint: {hash}',
    meaning: 'The same for all offices; if this text is released, the newsroom shows this fingerprint, too.',
  },
);

/** The fingerprint of a text in short, in full when it is opened: two who see the same one see the same words. */
export function Fingerprint({ hash }: { readonly hash: string | null }) {
  if (hash === null) return null;
  return (
    <details className={css.fingerprint}>
      <summary>{m.short({ hash: shortHash(hash) })}</summary>
      <code className={css.full}>{hash}</code>
      <p className="quiet small">{m.meaning()}</p>
    </details>
  );
}
