/** Texts that are kept on this device, so that a cut network or a closed window loses nothing. */
const prefix = 'tekses.metin.';

/** The database that holds one person's copy of a section's text. */
export function localCopyName(userId: string, sectionId: string): string {
  return `${prefix}${userId}.${sectionId}`;
}

/** Deletes all copies: whoever signs out leaves no text behind. Waits two seconds at most for windows that hold one. */
export async function forgetLocalCopies(): Promise<void> {
  const databases = await indexedDB.databases();
  const names = databases.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name] : []));
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, 2_000);
  });
  await Promise.race([Promise.all(names.map(forget)), patience]);
}

function forget(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => resolve());
  });
}
