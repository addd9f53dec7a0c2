import { useDeskSearch } from './use-desk-search';

/** The tabs of the panel beside the text, as the address names them. */
export const deskTabs = ['servis', 'yorum', 'degisiklik', 'gecmis'] as const;
export type DeskTab = (typeof deskTabs)[number];

/** Opens a tab of the panel; keeps the rest of the address. */
export function useOpenTab(): (tab: DeskTab | 'metin') => void {
  const [, change] = useDeskSearch();
  return (tab) => change({ sekme: tab === 'metin' ? undefined : tab, yorum: undefined });
}
