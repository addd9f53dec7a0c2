import { sectionWords } from '../../../lib/bulletin-words';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { ErrorSummary, Loaded } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { OfficeBadge } from '../../../ui/mark';
import { Confirm } from '../../../ui/overlay';
import { RichTextView } from '../editor/rich-text-view';
import { DeclineBulletin } from './bulletin-acts';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';

import { contentOf } from '../editor/edited-section';
import css from './decline-dialog.module.css';

const PreviewQuery = graphql(`
  query BulletinDeclinePreview($id: ID!) {
    bulletinDeclinePreview(id: $id) {
      headline
      offices {
        id
        name
      }
      sections {
        id
        kind
        content
        speaker {
          role
          name
        }
      }
      fileNames
    }
  }
`);

const m = catalogue(
  {
    title: 'Bültenden ayrıl',
    verb: 'Bültenden ayrıl',
    what: 'Ayrılınca olacaklar',
    own: 'Biriminizin bu bölümleri çıkar: {sections}',
    ownNone: 'Biriminize ait bölüm yok; yalnızca adınız ve irtibatınız çıkar.',
    name: 'Adınız, arması, basın irtibatı ve etiketi bültende yer almaz.',
    others: 'Ortak bölümler değişmedikçe öteki birimlerin olurları durur.',
    back: 'Yürüten birim sizi yeniden çağırabilir.',
    reason: 'Neden',
    preview: 'Sizsiz çıkacak bülten',
    files: 'Ek: {count} dosya',
    done: 'Biriminiz bültenden ayrıldı.',
  },
  {
    title: 'Leave the bulletin',
    verb: 'Leave the bulletin',
    what: 'What happens then',
    own: 'These parts of your office go: {sections}',
    ownNone: 'Your office has no part of its own; only its name and contact go.',
    name: 'Your name, arms, press contact and tag are not in it.',
    others: 'Signatures of the others stand as long as shared parts do not change.',
    back: 'The lead may invite you again.',
    reason: 'Why',
    preview: 'The bulletin without you',
    files: 'Attachments: {count}',
    done: 'Your office left the bulletin.',
  },
);

/** An office steps out: says what goes with it and shows what would go out without it. */
export function DeclineDialog() {
  const { bulletin, ask, run, isRunning, errors } = useDesk();
  const { viewer } = useSession();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const own = bulletin.sections.filter(({ officeId }) => officeId !== null && officeId === viewer.office?.id);
  const leave = async () => {
    const input = reason.trim() === '' ? null : { reason: reason.trim() };
    const done = await run(DeclineBulletin, { id: bulletin.id, input }, m.done());
    if (done === null) return;
    ask(null);
    if (done.bulletin === null) await navigate({ to: '/bultenler' });
  };
  const sections = own.map(({ kind }) => sentenceOf(sectionWords, kind)).join(', ');
  return (
    <Confirm
      title={m.title()}
      isOpen
      onClose={() => ask(null)}
      onConfirm={leave}
      verb={m.verb()}
      isDangerous
      isPending={isRunning}
    >
      <ErrorSummary errors={errors} />
      <section>
        <h3>{m.what()}</h3>
        <ul>
          <li>{own.length === 0 ? m.ownNone() : m.own({ sections })}</li>
          <li>{m.name()}</li>
          <li>{m.others()}</li>
          <li>{m.back()}</li>
        </ul>
      </section>
      <TextField label={m.reason()} rows={2} value={reason} onChange={setReason} maxLength={2000} isOptional />
      <section className={css.preview}>
        <h3>{m.preview()}</h3>
        <Preview bulletinId={bulletin.id} />
      </section>
    </Confirm>
  );
}

function Preview({ bulletinId }: { readonly bulletinId: string }) {
  const look = useOfficeLook();
  const [result, read] = useDeskQuery(PreviewQuery, { id: bulletinId });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinDeclinePreview: { offices, sections, fileNames } }) => (
        <div className={css.paper}>
          <p className="row">
            {offices.map((office) => (
              <OfficeBadge key={office.id} office={look(office)} />
            ))}
          </p>
          {sections.map(({ id, kind, content, speaker }) => (
            <div key={id}>
              {speaker === null ? null : (
                <p className="quiet small">{[speaker.name, speaker.role].filter((part) => part !== null).join(', ')}</p>
              )}
              <RichTextView text={contentOf(content)} kind={kind} />
            </div>
          ))}
          {fileNames.length === 0 ? null : <p className="quiet small">{m.files({ count: fileNames.length })}</p>}
        </div>
      )}
    </Loaded>
  );
}
