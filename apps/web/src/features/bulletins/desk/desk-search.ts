/** What the address of a bulletin's page says besides the bulletin. */
export interface DeskSearch {
  /** The tab beside the text. */
  readonly sekme?: 'metin' | 'degisiklik' | 'yorum' | 'servis' | 'gecmis';
  /** A comment to show. */
  readonly yorum?: string;
  /** Which reading of the text. */
  readonly gorunum?: 'degisiklik' | 'temiz' | 'olur';
  /** A section to go to. */
  readonly bolum?: string;
}

const tabs = ['metin', 'degisiklik', 'yorum', 'servis', 'gecmis'] as const;
const readings = ['degisiklik', 'temiz', 'olur'] as const;

/** Takes from the address what it understands and leaves the rest. */
export function deskSearch(search: Record<string, unknown>): DeskSearch {
  const sekme = tabs.find((tab) => tab === search['sekme']);
  const gorunum = readings.find((reading) => reading === search['gorunum']);
  return {
    ...(sekme === undefined ? {} : { sekme }),
    ...(gorunum === undefined ? {} : { gorunum }),
    ...(typeof search['yorum'] === 'string' ? { yorum: search['yorum'] } : {}),
    ...(typeof search['bolum'] === 'string' ? { bolum: search['bolum'] } : {}),
  };
}
