import type { UserError } from './errors';

export interface StoredFile {
  readonly id: string;
}

/** Sends one file to the store; answers its id, or why it was not taken. */
export async function uploadFile(file: File): Promise<StoredFile | { readonly errors: readonly UserError[] }> {
  const body = new FormData();
  body.append('file', file);
  try {
    const response = await fetch('/files', { method: 'POST', headers: { 'x-tekses': '1' }, body });
    const answer: unknown = await response.json();
    if (response.ok) return answer as StoredFile;
    const { code = 'UNKNOWN', message = '' } = answer as { code?: string; message?: string };
    return { errors: [{ code, path: [], details: [], message }] };
  } catch {
    return { errors: [{ code: 'OFFLINE', path: [], details: [], message: file.name }] };
  }
}
