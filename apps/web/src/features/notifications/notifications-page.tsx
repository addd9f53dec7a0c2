import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { catalogue } from '../../lib/messages';
import { Button, LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/feedback';
import { LinkTabs } from '../../ui/link-tabs';
import { Page } from '../../ui/page';
import { useMarkAllRead } from './notification-acts';
import { NotificationList, type NotificationFilter } from './notification-list';

const m = catalogue(
  {
    title: 'Bildirimler',
    tabs: 'Bildirim türü',
    waiting: 'Beni bekleyen',
    followed: 'Takip ettiklerim',
    all: 'Hepsi',
    markAll: 'Hepsini okundu say',
    settings: 'Bildirim ayarları',
    emptyWaiting: 'Sizi bekleyen bildirim yok.',
    emptyWaitingText: 'Olurunuz istendiğinde ya da sizden bir işlem beklendiğinde burada görürsünüz.',
    emptyAll: 'Henüz bildirim yok.',
    emptyAllText: 'Biriminizin bültenlerinde olup bitenler burada toplanır.',
    seeAll: 'Hepsine bak',
  },
  {
    title: 'Notifications',
    tabs: 'Kind of notification',
    waiting: 'Waiting for me',
    followed: 'Followed',
    all: 'All',
    markAll: 'Mark all as read',
    settings: 'Notification settings',
    emptyWaiting: 'No notification waits for you.',
    emptyWaitingText: 'When your signature is asked for, or something else waits for you, it stands here.',
    emptyAll: 'No notifications yet.',
    emptyAllText: 'What happens with the bulletins of your office gathers here.',
    seeAll: 'See all',
  },
);

const perPage = 20;

/** Everything one was told: what waits, and the rest. */
export function NotificationsPage() {
  const { sekme = 'bekleyen' } = useSearch({ from: '/shell/bildirimler' });
  const [generation, setGeneration] = useState(0);
  const markAll = useMarkAllRead(() => setGeneration((current) => current + 1));
  const isWaiting = sekme === 'bekleyen';
  const filter: NotificationFilter = isWaiting ? { isUnread: true } : {};
  return (
    <Page
      title={m.title()}
      width="text"
      actions={
        <>
          <LinkButton href="/hesap/bildirimler" look="quiet">
            {m.settings()}
          </LinkButton>
          <Button isPending={markAll.isPending} onPress={() => void markAll.run()}>
            {m.markAll()}
          </Button>
        </>
      }
    >
      <LinkTabs
        label={m.tabs()}
        tabs={[
          { href: '/bildirimler', label: m.waiting(), isCurrent: isWaiting },
          { href: '/bildirimler?sekme=takip', label: m.followed(), isCurrent: sekme === 'takip' },
          { href: '/bildirimler?sekme=hepsi', label: m.all(), isCurrent: sekme === 'hepsi' },
        ]}
      />
      <NotificationList
        key={`${sekme} ${generation}`}
        filter={filter}
        first={perPage}
        isPaged
        empty={isWaiting ? <NothingWaits /> : <EmptyState title={m.emptyAll()}>{m.emptyAllText()}</EmptyState>}
      />
    </Page>
  );
}

function NothingWaits() {
  return (
    <EmptyState title={m.emptyWaiting()} action={<LinkButton href="/bildirimler?sekme=hepsi">{m.seeAll()}</LinkButton>}>
      {m.emptyWaitingText()}
    </EmptyState>
  );
}
