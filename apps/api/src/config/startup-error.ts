/**
 * The process cannot start and the person at the keyboard can mend it: `message` is one clear sentence (or a
 * list) for that person, shown without a stack trace; the process then ends with exit code 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** The refusal that a person sees when the folder of the database cannot be used. */
export function brokenFolder(folder: string, reason: string): StartupError {
  return new StartupError(
    `Veritabanı klasörü kullanılamıyor: ${folder} (${reason.replace(/\s+/g, ' ')}); `
      + 'klasörü yedekten geri koyun ya da DATA_DIR ile başka bir klasör verin.',
  );
}

/** Why the file system refused, in Turkish where the reason is a common one. */
export function reasonOf(cause: unknown): string {
  const { code, path, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `${path} yok`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} için izin yok`;
  if (code === 'ENOSPC') return 'diskte yer kalmadı';
  return code === 'ENOTDIR' || code === 'EEXIST' ? `${path} bir klasör değil` : message;
}
