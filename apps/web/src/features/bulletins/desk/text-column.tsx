import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { EditorToolbar, type SectionView } from '../editor/section-editor';
import { AddSection } from './add-section';
import { signatureOf, type DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import { SectionFrame } from './section-frame';
import { useDeskSearch } from './use-desk-search';
import { ViewSwitch } from './view-switch';
import css from './text-column.module.css';

const SignedQuery = graphql(`
  query BulletinSignedSections($id: ID!) {
    bulletinSignedSections(id: $id) {
      id
      content
    }
  }
`);

const m = catalogue(
  { text: 'Metin', gone: 'Bu bölüm, yanıt verdiğiniz metinde yoktu.' },
  { text: 'Text', gone: 'This part was not in the text that you answered to.' },
);

const views = { degisiklik: 'changes', temiz: 'clean', olur: 'signed' } as const;

/** Which reading of the text the address asks for. */
export function useSectionView(): SectionView {
  const [{ gorunum }] = useDeskSearch();
  return gorunum === undefined ? 'draft' : views[gorunum];
}

/** The words, section by section in page order. */
export function TextColumn() {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  const view = useSectionView();
  const own = signatureOf(bulletin, viewer.office?.id);
  const hasAnswered = own !== undefined && own.answeredAt !== null;
  const signed = useSignedWords(bulletin, view === 'signed' && hasAnswered);
  const isWritable = bulletin.sections.some(({ viewerCan }) => canWrite(viewerCan));
  return (
    <section className={css.column} aria-labelledby="metin">
      <h2 id="metin" className="visually-hidden">
        {m.text()}
      </h2>
      <div className={css.tools}>
        <Switcher hasAnswered={hasAnswered} />
        {isWritable && view !== 'signed' && view !== 'clean' ? <EditorToolbar /> : null}
      </div>
      <div className={css.paper}>
        {bulletin.sections.map((section) => (
          <SectionFrame
            key={section.id}
            section={section}
            view={view}
            signed={signed?.get(section.id)}
            goneText={m.gone()}
          />
        ))}
        <AddSection />
      </div>
    </section>
  );
}

export const canWrite = (acts: readonly string[]): boolean => acts.includes('EDIT') || acts.includes('SUGGEST');

function Switcher({ hasAnswered }: { readonly hasAnswered: boolean }) {
  const [{ gorunum }, change] = useDeskSearch();
  return <ViewSwitch value={gorunum} hasAnswered={hasAnswered} onChange={(next) => change({ gorunum: next })} />;
}

/** The words the acting office last answered to, by section; null while they are not asked for. */
function useSignedWords({ id }: DeskBulletin, isAsked: boolean): ReadonlyMap<string, string> | null {
  const [{ data }] = useDeskQuery(SignedQuery, { id }, !isAsked);
  if (!isAsked || data === undefined) return null;
  return new Map(data.bulletinSignedSections.map((section) => [section.id, section.content]));
}
