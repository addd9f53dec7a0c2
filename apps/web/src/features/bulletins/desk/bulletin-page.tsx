import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { EditorRoom } from '../editor/editor-room';
import { LinkButton } from '../../../ui/button';
import { EmptyState, ErrorSummary, Loaded, Skeleton } from '../../../ui/feedback';
import { Page } from '../../../ui/page';
import { MarkBulletinSeen } from './olur-acts';
import { BulletinMeta } from './bulletin-meta';
import { BulletinNotices } from './bulletin-notices';
import { BulletinPaper } from './bulletin-paper';
import { primaryActOf } from './desk-acts';
import { seesWork, signatureOf, type DeskBulletin } from './desk-bulletin';
import { DeskProvider, useDesk } from './desk-context';
import { DeskDialogs } from './desk-dialogs';
import { PulseProvider, useLiveBulletin } from './desk-live';
import { DeskMenu } from './desk-menu';
import { OlurStrip } from './olur-strip';
import { OwnOlur } from './own-olur';
import { PrimaryAct } from './primary-act';
import { PublicReading } from './public-reading';
import { SidePanel } from './side-panel';
import { TextColumn } from './text-column';
import { ThumbBar } from './thumb-bar';
import css from './bulletin-page.module.css';

const m = catalogue(
  {
    back: 'Bültenler',
    untitled: 'Başlıksız bülten',
    gone: 'Bülten bulunamadı',
    goneTitle: 'Bu bülten yok ya da size açık değil.',
    goneText: 'Biriminiz davet edildiğinde ya da bülten servis edildiğinde burada açılır.',
    goList: 'Bültenlere dön',
  },
  {
    back: 'Bulletins',
    untitled: 'Untitled bulletin',
    gone: 'Bulletin not found',
    goneTitle: 'This bulletin does not exist or is not open to you.',
    goneText: 'It opens here when your office is invited or when it is released.',
    goList: 'Back to bulletins',
  },
);

/** One bulletin: its words, its signatures and what happens to it. */
export function BulletinPage() {
  const { id } = useParams({ from: '/shell/bultenler/$id' });
  const { result, bulletin, pulse, news, readAgain } = useLiveBulletin(id);
  return (
    <Loaded result={result} onRetry={readAgain} skeleton={<PageSkeleton />}>
      {() =>
        bulletin === null ? (
          <Gone />
        ) : (
          <PulseProvider value={pulse}>
            <EditorRoom bulletinId={id}>
              <DeskProvider bulletin={bulletin} readAgain={readAgain} key={id}>
                <Desk />
                <p role="status" className="visually-hidden">
                  {news}
                </p>
              </DeskProvider>
            </EditorRoom>
          </PulseProvider>
        )
      }
    </Loaded>
  );
}

function Desk() {
  const { bulletin, errors, dialog } = useDesk();
  useSeen(bulletin);
  const isAtWork = seesWork(bulletin);
  return (
    <>
      <div className={`${css.desk} no-print`}>
        <Page
          title={bulletin.headline === '' ? m.untitled() : bulletin.headline}
          back={
            <div className={css.back}>
              <Link to="/bultenler" activeOptions={{ exact: true }}>
                ‹ {m.back()}
              </Link>
              <span className={css.narrow}>
                <DeskMenu />
              </span>
            </div>
          }
          actions={<TitleActs />}
        >
          <BulletinMeta />
          {dialog === null ? <ErrorSummary errors={errors} /> : null}
          <BulletinNotices />
          {isAtWork ? (
            <>
              <OlurStrip />
              <OwnOlur />
              <div className={css.columns}>
                <TextColumn />
                <SidePanel />
              </div>
              <ThumbBar />
            </>
          ) : (
            <PublicReading />
          )}
        </Page>
        <DeskDialogs />
      </div>
      {isAtWork ? <BulletinPaper /> : null}
    </>
  );
}

/** Beside the title; on phones the menu stands in the line above and the two answers in the bar at the thumb. */
function TitleActs() {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  const act = primaryActOf(bulletin, viewer.office?.id);
  return (
    <>
      <span className={css.wide}>
        <DeskMenu />
      </span>
      <span className={act === 'SIGN' || act === 'RENEW' ? css.wide : undefined}>
        <PrimaryAct />
      </span>
    </>
  );
}

/** Opening the page tells the others that the office has looked. */
function useSeen(bulletin: DeskBulletin) {
  const client = useClient();
  const { viewer } = useSession();
  const { id } = bulletin;
  const isNew = signatureOf(bulletin, viewer.office?.id)?.status === 'PENDING' && bulletin.state !== 'DRAFT';
  useEffect(() => {
    if (isNew) void client.mutation(MarkBulletinSeen, { id }).toPromise();
  }, [client, id, isNew]);
}

function PageSkeleton() {
  return (
    <Page title="…">
      <Skeleton lines={8} />
    </Page>
  );
}

function Gone() {
  return (
    <Page title={m.gone()} width="text">
      <EmptyState title={m.goneTitle()} action={<LinkButton href="/bultenler">{m.goList()}</LinkButton>}>
        {m.goneText()}
      </EmptyState>
    </Page>
  );
}
