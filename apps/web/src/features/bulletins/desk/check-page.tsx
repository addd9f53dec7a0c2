import { Link, useParams } from '@tanstack/react-router';
import { catalogue } from '../../../lib/messages';
import { LinkButton } from '../../../ui/button';
import { EmptyState, ErrorSummary, Loaded } from '../../../ui/feedback';
import { Page } from '../../../ui/page';
import { CheckActs } from './check-acts';
import { CheckFindings } from './check-findings';
import { CheckRecipients } from './check-recipients';
import { CheckSender } from './check-sender';
import { CheckText } from './check-text';
import { DeliveryTable } from './delivery-table';
import { may, type DeskBulletin } from './desk-bulletin';
import { DeskProvider, useDesk } from './desk-context';
import { DeskDialogs } from './desk-dialogs';
import { DeskMenu } from './desk-menu';
import { BulletinNotices } from './bulletin-notices';
import { PulseProvider, useLiveBulletin } from './desk-live';
import { ListChoice } from './list-choice';
import { TimingForm } from './timing-form';
import css from './check-page.module.css';

const m = catalogue(
  {
    check: 'Servis kontrolü',
    sent: 'Gönderimler',
    back: 'Bültene dön',
    when: 'Ne zaman',
    to: 'Kime',
    refused: 'Bu sayfa size açık değil',
    refusedText: 'Servis kontrolünü yürüten birim ({office}) yapar. Bülteni okuyabilir, olurunuzu verebilirsiniz.',
    gone: 'Bu bülten yok ya da size açık değil.',
  },
  {
    check: 'Release check',
    sent: 'Deliveries',
    back: 'Back to the bulletin',
    when: 'When',
    to: 'To whom',
    refused: 'This page is not open to you',
    refusedText: 'The lead ({office}) checks and releases. You can read the bulletin and sign it.',
    gone: 'This bulletin does not exist or is not open to you.',
  },
);

/** The only way out of the house: what goes, to whom, when, in whose name; afterwards what became of it. */
export function CheckPage() {
  const { id } = useParams({ from: '/shell/bultenler/$id/kontrol' });
  const { result, bulletin, pulse, news, readAgain } = useLiveBulletin(id);
  return (
    <Loaded result={result} onRetry={readAgain}>
      {() =>
        bulletin === null ? (
          <Page title={m.check()} width="text">
            <EmptyState title={m.gone()} action={<LinkButton href="/bultenler">{m.back()}</LinkButton>} />
          </Page>
        ) : (
          <PulseProvider value={pulse}>
            <DeskProvider bulletin={bulletin} readAgain={readAgain} key={id}>
              <Check bulletin={bulletin} />
              <DeskDialogs />
              <p role="status" className="visually-hidden">
                {news}
              </p>
            </DeskProvider>
          </PulseProvider>
        )
      }
    </Loaded>
  );
}

const isOver = ({ state }: DeskBulletin) => state === 'RELEASED' || state === 'WITHDRAWN';

function Check({ bulletin }: { readonly bulletin: DeskBulletin }) {
  const { errors, dialog } = useDesk();
  const frame = {
    back: (
      <Link to="/bultenler/$id" params={{ id: bulletin.id }} activeOptions={{ exact: true }}>
        ‹ {m.back()}
      </Link>
    ),
    title: isOver(bulletin) ? m.sent() : m.check(),
  };
  if (!may(bulletin, 'DISTRIBUTE') && !(isOver(bulletin) && may(bulletin, 'VIEW_WORK'))) {
    return (
      <Page {...frame} width="text">
        <EmptyState title={m.refused()}>{m.refusedText({ office: bulletin.leadOffice.name })}</EmptyState>
      </Page>
    );
  }
  return (
    <Page {...frame} actions={<DeskMenu />}>
      <p className={css.headline}>
        {bulletin.number === null ? null : <strong>{bulletin.number}</strong>} {bulletin.headline}
      </p>
      {dialog === null ? <ErrorSummary errors={errors} /> : null}
      <BulletinNotices />
      {isOver(bulletin) ? <DeliveryTable /> : <BeforeRelease />}
    </Page>
  );
}

function BeforeRelease() {
  return (
    <>
      <CheckFindings />
      <div className={css.columns}>
        <div className="stack">
          <section className={css.block} aria-labelledby="ne-zaman">
            <h2 id="ne-zaman">{m.when()}</h2>
            <TimingForm />
          </section>
          <section className={css.block} aria-labelledby="kime">
            <h2 id="kime">{m.to()}</h2>
            <ListChoice />
            <CheckRecipients />
          </section>
          <CheckSender />
        </div>
        <CheckText />
      </div>
      <CheckActs />
    </>
  );
}
