import { sectionWords } from '../../../lib/bulletin-words';
import { useState } from 'react';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { DiffView } from '../../../ui/diff-view';
import { Banner, ErrorSummary } from '../../../ui/feedback';
import { Confirm } from '../../../ui/overlay';
import { SignBulletin } from './olur-acts';
import type { DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';

import { Fingerprint } from './fingerprint';

const m = catalogue(
  {
    title: 'Olur ver',
    verb: 'Olur ver',
    office: 'Oluru veren: {office}',
    text: 'Metin: {headline}',
    meaning: 'Olurunuz ekranda gördüğünüz metne verilir. Metin değişirse olurunuz düşer ve yenilemeniz istenir.',
    signed: 'Olur verildi.',
    moved: 'Siz okurken metin değişti. Farkı okuyun; uygunsa yeni metne olur verin.',
    verbNew: 'Yeni metne olur ver',
  },
  {
    title: 'Sign',
    verb: 'Sign',
    office: 'Signing office: {office}',
    text: 'Text: {headline}',
    meaning: 'Your signature is for the text on screen. If the text changes, it lapses and you are asked to renew it.',
    signed: 'Signed.',
    moved: 'The text changed while you were reading. Read the difference; if you agree, sign the new text.',
    verbNew: 'Sign the new text',
  },
);

/** Signs exactly the words that were on screen when it opened; if they moved on, shows how before anything is signed. */
export function SignDialog() {
  const { bulletin, ask, run, refusal, isRunning, errors } = useDesk();
  const { viewer } = useSession();
  const [seen, setSeen] = useState<DeskBulletin>(bulletin);
  const isMoved = seen.viewerSignableHash !== bulletin.viewerSignableHash;
  const [hasReadMove, setHasReadMove] = useState(false);
  const target = isMoved && hasReadMove ? bulletin : seen;
  const sign = async () => {
    if (target.viewerSignableHash === null) return;
    const input = { hash: target.viewerSignableHash };
    const done = await run(SignBulletin, { id: bulletin.id, input }, m.signed());
    if (done === null) setHasReadMove(true);
    else {
      setSeen(bulletin);
      ask(null);
    }
  };
  const beside = errors.filter(({ code }) => code !== 'STALE_VERSION');
  return (
    <Confirm
      title={m.title()}
      isOpen
      onClose={() => ask(null)}
      onConfirm={sign}
      verb={isMoved && hasReadMove ? m.verbNew() : m.verb()}
      isPending={isRunning}
      refusal={refusal('SIGN')}
    >
      <ErrorSummary errors={beside} />
      {isMoved && hasReadMove ? (
        <Moved before={seen} after={bulletin} />
      ) : (
        <>
          <p>{m.office({ office: viewer.office?.name ?? '' })}</p>
          <p>{m.text({ headline: seen.headline })}</p>
          <Fingerprint hash={seen.textHash} />
          <p className="quiet">{m.meaning()}</p>
        </>
      )}
    </Confirm>
  );
}

function Moved({ before, after }: { readonly before: DeskBulletin; readonly after: DeskBulletin }) {
  const former = new Map(before.sections.map((section) => [section.id, section]));
  const changed = after.sections.filter(({ id, hash }) => former.get(id)?.hash !== hash);
  return (
    <>
      <Banner tone="warn">{m.moved()}</Banner>
      {changed.map((section) => (
        <section key={section.id}>
          <h3>{sentenceOf(sectionWords, section.kind)}</h3>
          <DiffView before={former.get(section.id)?.text ?? ''} after={section.text} />
        </section>
      ))}
    </>
  );
}
