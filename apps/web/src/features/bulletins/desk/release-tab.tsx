import { catalogue } from '../../../lib/messages';
import { LinkButton } from '../../../ui/button';
import { may } from './desk-bulletin';
import { useDesk } from './desk-context';
import { BulletinDocuments } from './bulletin-documents';
import { FindingList } from './finding-list';
import { ListChoice } from './list-choice';
import { TimingForm } from './timing-form';

const m = catalogue(
  { checks: 'Denetim', check: 'Servis kontrol sayfası', timing: 'Ne zaman', lists: 'Kime', documents: 'Belgeler' },
  { checks: 'Checks', check: 'Release check page', timing: 'When', lists: 'To whom', documents: 'Documents' },
);

/** When it goes out, to whom, what still stands in the way, and the bulletin as files. */
export function ReleaseTab() {
  const { bulletin } = useDesk();
  return (
    <div className="stack">
      {may(bulletin, 'DISTRIBUTE') ? (
        <p>
          <LinkButton href={`/bultenler/${bulletin.id}/kontrol`}>{m.check()}</LinkButton>
        </p>
      ) : null}
      <section className="stack" aria-labelledby="denetim">
        <h2 id="denetim">{m.checks()}</h2>
        <FindingList />
      </section>
      <section className="stack" aria-labelledby="ne-zaman">
        <h2 id="ne-zaman">{m.timing()}</h2>
        <TimingForm />
      </section>
      <section className="stack" aria-labelledby="kime">
        <h2 id="kime">{m.lists()}</h2>
        <ListChoice />
      </section>
      <section className="stack" aria-labelledby="belgeler">
        <h2 id="belgeler">{m.documents()}</h2>
        <BulletinDocuments />
      </section>
    </div>
  );
}
