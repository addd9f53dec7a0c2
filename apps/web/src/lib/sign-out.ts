import { forgetLocalCopies } from './local-copies';
import { forgetRecent } from './recent-records';

/** Ends the session on the server and forgets what this device kept of it. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'x-tekses': '1' } });
  forgetRecent();
  await forgetLocalCopies();
  location.assign('/giris');
}
