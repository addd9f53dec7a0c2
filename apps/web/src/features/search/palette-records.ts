import { detailOf, titleOf, useRecords } from './records';

const perKind = 4;

/** Records for the palette: the best few of each kind; `isSettled` once they are those of the words as they stand. */
export function usePaletteRecords(words: string) {
  const { query, result } = useRecords(words, perKind);
  const isSettled = query === words.trim() && !result.fetching;
  const groups = query === '' || !isSettled ? [] : (result.data?.search ?? []);
  const records = groups
    .flatMap(({ hits }) => hits)
    .map((hit) => ({ id: `record ${hit.id}`, label: titleOf(hit), detail: detailOf(hit), href: hit.path }));
  return { records, isSettled };
}
