import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { errorsOf } from '../lib/errors';
import { sessionEnd } from '../lib/graphql-client';
import { catalogue } from '../lib/messages';
import { useIsOnline } from '../lib/online';
import { SessionProvider, useSessionQuery } from '../lib/session';
import { useAppUpdate } from '../lib/app-update';
import { Button } from '../ui/button';
import { Loaded } from '../ui/feedback';
import { ShellShortcuts } from './keyboard/shell-shortcuts';
import { BottomBar, Rail } from './navigation';
import { PaletteHost } from './palette/palette-host';
import { TopBar } from './top-bar';
import css from './shell.module.css';

const m = catalogue(
  {
    skip: 'İçeriğe geç',
    offline: 'Çevrimdışısınız; yazdıklarınız bu cihazda saklanıyor.',
    updateReady: 'Yeni sürüm hazır.',
    takeUpdate: 'Şimdi geç',
  },
  {
    skip: 'Skip to content',
    offline: 'You are offline; what you write is kept on this device.',
    updateReady: 'A new version is ready.',
    takeUpdate: 'Switch now',
  },
);

/** The frame of the workspace: rail or bottom bar, top bar, strips, and the page. Visitors are led to the sign-in. */
export function Shell() {
  const [result, readAgain] = useSessionQuery();
  const isVisitor = result.error !== undefined && errorsOf(result.error).some(({ code }) => code === 'UNAUTHENTICATED');
  useLeadToDoor(isVisitor);
  if (isVisitor) return null;
  return (
    <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
      {(session) => (
        <SessionProvider session={session}>
          <Frame />
        </SessionProvider>
      )}
    </Loaded>
  );
}

function Frame() {
  return (
    <div className={css.shell}>
      <a href="#icerik" className={css.skip}>
        {m.skip()}
      </a>
      <Rail />
      <div className={css.column}>
        <TopBar />
        <Strips />
        <main id="icerik" tabIndex={-1} className={css.main}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <PaletteHost />
      <ShellShortcuts />
    </div>
  );
}

/** At most two quiet lines above the page, and only when they matter. */
function Strips() {
  const isOnline = useIsOnline();
  const update = useAppUpdate();
  return (
    <div role="status" className="no-print">
      {isOnline ? null : <p className={css.strip}>{m.offline()}</p>}
      {update.isReady ? (
        <p className={css.strip}>
          {m.updateReady()} <Button onPress={update.take}>{m.takeUpdate()}</Button>
        </p>
      ) : null}
    </div>
  );
}

/** Leads to the sign-in page and remembers where the person wanted to go. */
function useLeadToDoor(isVisitor: boolean) {
  const router = useRouter();
  useEffect(() => {
    const lead = () => {
      const { href, pathname } = router.latestLocation;
      if (pathname === '/giris') return;
      void router.navigate({ to: '/giris', search: href === '/' ? {} : { don: href }, replace: true });
    };
    if (isVisitor) lead();
    sessionEnd.addEventListener('end', lead);
    return () => sessionEnd.removeEventListener('end', lead);
  }, [isVisitor, router]);
}
