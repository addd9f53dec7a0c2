/**
 * First segments of the addresses of the workspace: what the API answers with the web app, and what mails link to.
 * Turkish, folded. Everything else that nothing answers is a 404.
 */
export const WORKSPACE_SEGMENTS = [
  'giris',
  'davet',
  'parola',
  'bultenler',
  'takvim',
  'sablonlar',
  'rehber',
  'bildirimler',
  'ara',
  'hesap',
  'yonetim',
  'yardim',
] as const;

/** Whether an address path belongs to the workspace: `/`, `/bultenler`, `/bultenler/…`. */
export function isWorkspacePath(path: string): boolean {
  const [, first = ''] = path.split('/');
  return path === '/' || (WORKSPACE_SEGMENTS as readonly string[]).includes(first);
}
