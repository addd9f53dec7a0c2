import type { ReactNode } from 'react';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/overlay';
import { Tabs } from '../../../ui/tabs';
import { ChangesTab } from './changes-tab';
import { CommentsTab, useOpenThreadCount } from './comments-tab';
import { signatureOf } from './desk-bulletin';
import { useDesk } from './desk-context';
import { HistoryTab } from './history-tab';
import { ReleaseTab } from './release-tab';
import { useDeskSearch } from './use-desk-search';
import { useIsWide } from './use-is-wide';
import { deskTabs, useOpenTab, type DeskTab } from './use-open-tab';
import css from './side-panel.module.css';

const m = catalogue(
  { label: 'Bültenin yanında', servis: 'Servis', yorum: 'Yorumlar', degisiklik: 'Değişiklikler', gecmis: 'Geçmiş' },
  { label: 'Beside the text', servis: 'Release', yorum: 'Comments', degisiklik: 'Changes', gecmis: 'History' },
);

const contents: Readonly<Record<DeskTab, () => ReactNode>> = {
  servis: () => <ReleaseTab />,
  yorum: () => <CommentsTab />,
  degisiklik: () => <ChangesTab />,
  gecmis: () => <HistoryTab />,
};

/** What stands beside the text: on wide screens a column, else a row of doors to sheets. */
export function SidePanel() {
  const isWide = useIsWide();
  return isWide ? <Column /> : <Doors />;
}

function useChosenTab(): DeskTab | undefined {
  const [{ sekme, yorum }] = useDeskSearch();
  if (yorum !== undefined) return 'yorum';
  return sekme === 'metin' ? undefined : sekme;
}

function useCounts(): Readonly<Partial<Record<DeskTab, number>>> {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  const threads = useOpenThreadCount(bulletin.id);
  const changed = signatureOf(bulletin, viewer.office?.id)?.changedSectionIds.length ?? 0;
  return { ...(threads > 0 ? { yorum: threads } : {}), ...(changed > 0 ? { degisiklik: changed } : {}) };
}

function Column() {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  const chosen = useChosenTab();
  const openTab = useOpenTab();
  const counts = useCounts();
  const isLead = viewer.office?.id === bulletin.leadOffice.id;
  return (
    <aside className={css.column} aria-label={m.label()}>
      <Tabs
        label={m.label()}
        selected={chosen ?? (isLead ? 'servis' : 'yorum')}
        onSelect={(id) => openTab(id as DeskTab)}
        tabs={deskTabs.map((id) => ({ id, label: m[id](), count: counts[id], content: contents[id]() }))}
      />
    </aside>
  );
}

function Doors() {
  const chosen = useChosenTab();
  const openTab = useOpenTab();
  const counts = useCounts();
  return (
    <aside className={css.doors} aria-label={m.label()}>
      {deskTabs.map((id) => (
        <Button key={id} onPress={() => openTab(id)}>
          {m[id]()}
          {counts[id] === undefined ? null : <span className={css.count}>{counts[id]}</span>}
        </Button>
      ))}
      {chosen === undefined ? null : (
        <Dialog title={m[chosen]()} place="side" isOpen onClose={() => openTab('metin')}>
          {contents[chosen]()}
        </Dialog>
      )}
    </aside>
  );
}
