import { sectionWords } from '../../../lib/bulletin-words';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Menu, type MenuAct } from '../../../ui/overlay';
import { may, type DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';

import css from './section-frame.module.css';
import { AddSection as AddSectionAct } from './section-acts';

const m = catalogue(
  { add: 'Bölüm ekle', menu: 'Eklenecek bölüm', own: '{section} ({office})' },
  { add: 'Add a part', menu: 'Part to add', own: '{section} ({office})' },
);

const once: ReadonlySet<DeskSection['kind']> = new Set(['FACTS', 'CLOSING']);

/** Adds a part: an office its own paragraph, quotes and pictures; the lead the shared parts that are missing. */
export function AddSection() {
  const { bulletin, run } = useDesk();
  const { viewer } = useSession();
  const { office } = viewer;
  if (office === null) return null;
  const isLead = office.id === bulletin.leadOffice.id;
  const present = new Set(bulletin.sections.filter(({ officeId }) => officeId === null).map(({ kind }) => kind));
  const act = (kind: DeskSection['kind'], officeId: string | null): MenuAct => {
    const section = sentenceOf(sectionWords, kind);
    return {
      id: `${kind}-${officeId ?? 'shared'}`,
      label: officeId === null ? section : m.own({ section, office: office.shortCode }),
      run: () => void run(AddSectionAct, { id: bulletin.id, input: { kind, officeId } }),
    };
  };
  const own = may(bulletin, 'EDIT_OWN_SECTIONS')
    ? [act('OFFICE', office.id), act('QUOTE', office.id), act('ATTACHMENTS', office.id)]
    : [];
  const missing = [...once].filter((kind) => !present.has(kind)).map((kind) => act(kind, null));
  const shared =
    isLead && may(bulletin, 'EDIT_SHARED_SECTIONS')
      ? [...missing, ...(present.has('ATTACHMENTS') ? [] : [act('ATTACHMENTS', null)])]
      : [];
  const acts = [...own, ...shared];
  if (acts.length === 0) return null;
  return (
    <div className={css.add}>
      <Menu label={m.menu()} acts={acts} trigger={<Button look="quiet">+ {m.add()}</Button>} />
    </div>
  );
}
