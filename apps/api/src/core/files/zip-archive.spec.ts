import JSZip from 'jszip';
import { archiveBytes, zipArchive, type ArchiveEntry } from './zip-archive';

const contents = new Map([
  ['2026-11-24-edremit-zeytin-hasadi-01.jpg', Buffer.from('ilk fotoğraf')],
  ['Işıklı çarşı.jpg', Buffer.alloc(70_000, 7)],
]);
const entries: ArchiveEntry[] = [...contents].map(([name, content]) => ({
  name,
  bytes: content.length,
  content: async () => content,
}));

async function written(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipArchive(entries, '2026-11-24T14:30')) parts.push(part);
  return Buffer.concat(parts);
}

describe('an archive of pictures', () => {
  it('is read by another program: names, times and bytes as they went in', async () => {
    const zip = await JSZip.loadAsync(await written(), { checkCRC32: true });
    const files = Object.values(zip.files);

    expect(files.map(({ name }) => name)).toEqual([...contents.keys()]);
    expect(files.map(({ date }) => date.toISOString())).toEqual(entries.map(() => '2026-11-24T14:30:00.000Z'));
    for (const file of files) expect(await file.async('nodebuffer')).toEqual(contents.get(file.name));
  });

  it('has the size that was told before', async () => {
    expect(archiveBytes(entries)).toBe((await written()).length);
  });

  it('is not promised beyond four gigabytes', () => {
    expect(archiveBytes([{ name: 'a.jpg', bytes: 2 ** 32 }])).toBeNull();
  });
});
