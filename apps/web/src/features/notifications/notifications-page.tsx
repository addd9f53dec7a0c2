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
    emptyFollowed: 'Takip ettiğiniz bültenlerden haber yok.',
    emptyFollowedText: 'Bir bültenin sayfasında “Takip et” derseniz olup bitenler burada toplanır.',
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
    emptyFollowed: 'No news of what you follow.',
    emptyFollowedText: 'Follow a bulletin on its page, and what happens to it gathers here.',
    emptyAll: 'No notifications yet.',
    emptyAllText: 'What happens with the bulletins of your office gathers here.',
    seeAll: 'See all',
  },
);

const perPage = 20;

type Tab = 'bekleyen' | 'takip' | 'hepsi';

const filters: Readonly<Record<Tab, NotificationFilter>> = {
  bekleyen: { tab: 'WAITING', isNewest: true },
  takip: { tab: 'FOLLOWED', isNewest: true },
  hepsi: { tab: 'ALL', isNewest: true },
};

/** Everything one was told: what waits, and the rest. */
export function NotificationsPage() {
  const { sekme = 'bekleyen' }: { readonly sekme?: Tab } = useSearch({ from: '/shell/bildirimler' });
  const [generation, setGeneration] = useState(0);
  const markAll = useMarkAllRead(() => setGeneration((current) => current + 1));
  const isWaiting = sekme === 'bekleyen';
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
        filter={filters[sekme]}
        first={perPage}
        isPaged
        empty={<Nothing tab={sekme} />}
      />
    </Page>
  );
}

/** Each part says when something will stand there. */
function Nothing({ tab }: { readonly tab: Tab }) {
  if (tab === 'hepsi') return <EmptyState title={m.emptyAll()}>{m.emptyAllText()}</EmptyState>;
  const isWaiting = tab === 'bekleyen';
  return (
    <EmptyState
      title={isWaiting ? m.emptyWaiting() : m.emptyFollowed()}
      action={<LinkButton href="/bildirimler?sekme=hepsi">{m.seeAll()}</LinkButton>}
    >
      {isWaiting ? m.emptyWaitingText() : m.emptyFollowedText()}
    </EmptyState>
  );
}
