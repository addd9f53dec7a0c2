import { detailOf, titleOf, useRecords } from './records';

const perKind = 4;

/** Records for the palette: the best few of each kind. */
export function usePaletteRecords(words: string) {
  const { query, result } = useRecords(words, perKind);
  const groups = query === '' ? [] : (result.data?.search ?? []);
  return groups
    .flatMap(({ hits }) => hits)
    .map((hit) => ({ id: `record ${hit.id}`, label: titleOf(hit), detail: detailOf(hit), href: hit.path }));
}
