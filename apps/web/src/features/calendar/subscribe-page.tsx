import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { formatInstant } from '../../lib/dates';
import { graphql, Refusal, type ResultOf } from '../../lib/graphql';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Banner, EmptyState, ErrorSummary, Loaded } from '../../ui/feedback';
import { RadioField, TextField } from '../../ui/field';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import css from './event-form.module.css';

const m = catalogue(
  {
    title: 'Takvime abone ol',
    back: 'Takvim',
    intro:
      'Outlook, Google Takvim ya da Apple Takvim bu adresi okur ve değişiklikleri kendisi alır. Adres sizin adınıza okur: onu kimseyle paylaşmayın.',
    scope: 'Hangi etkinlikler',
    JOINT: 'Bütün birimlerin takvimi',
    OFFICE: 'Yalnız birimimin yürüttüğü ve hazırladığı etkinlikler',
    make: 'Adres oluştur',
    made: 'Adres oluşturuldu. Şimdi kopyalayın: bir daha gösterilmez.',
    address: 'Takvim adresi',
    copy: 'Kopyala',
    copied: 'Adres kopyalandı.',
    open: 'Takvim programında aç',
    yours: 'Adresleriniz',
    none: 'Henüz adresiniz yok',
    noneText: 'Oluşturduğunuz adresler burada durur; istediğiniz an kapatırsınız.',
    since: 'Oluşturuldu: {date}',
    read: 'Son okuma: {date}',
    unread: 'Henüz okunmadı',
    revoke: 'Kapat',
    revoked: 'Adres kapatıldı.',
    how: 'Outlook: Takvim ekle › Web’den abone ol. Google: Diğer takvimler › URL ile. iPhone: Ayarlar › Takvim › Hesaplar › Abone olunan takvim.',
  },
  {
    title: 'Subscribe to the calendar',
    back: 'Calendar',
    intro:
      'Outlook, Google Calendar or Apple Calendar read this address and take changes by themselves. It reads in your name: share it with nobody.',
    scope: 'Which events',
    JOINT: 'The calendar of all offices',
    OFFICE: 'Only what my office leads or prepares',
    make: 'Make an address',
    made: 'The address was made. Copy it now: it is not shown again.',
    address: 'Calendar address',
    copy: 'Copy',
    copied: 'The address was copied.',
    open: 'Open in a calendar program',
    yours: 'Your addresses',
    none: 'No address yet',
    noneText: 'Addresses that you make stand here; close them whenever you like.',
    since: 'Made: {date}',
    read: 'Last read: {date}',
    unread: 'Not read yet',
    revoke: 'Close',
    revoked: 'The address was closed.',
    how: 'Outlook: Add calendar › Subscribe from web. Google: Other calendars › From URL. iPhone: Settings › Calendar › Accounts › Subscribed calendar.',
  },
);

const FeedsQuery = graphql(`
  query CalendarFeeds {
    calendarFeeds {
      id
      scope
      createdAt
      lastReadAt
    }
  }
`);

const CreateFeed = graphql(
  `
    mutation CalendarFeedCreate($scope: CalendarFeedScope!) {
      calendarFeedCreate(scope: $scope) {
        url
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const RevokeFeed = graphql(
  `
    mutation CalendarFeedRevoke($id: ID!) {
      calendarFeedRevoke(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type Feed = ResultOf<typeof FeedsQuery>['calendarFeeds'][number];

/** Addresses for calendar programs: made here, shown once, closed here. */
export function SubscribePage() {
  const [result, read] = useQuery({ query: FeedsQuery, requestPolicy: 'network-only' });
  const readAgain = () => read({ requestPolicy: 'network-only' });
  return (
    <Page title={m.title()} width="text" back={<Link to="/takvim">{m.back()}</Link>}>
      <div className="stack">
        <p>{m.intro()}</p>
        <NewFeed onMade={readAgain} />
        <h2>{m.yours()}</h2>
        <Loaded result={result} onRetry={readAgain}>
          {({ calendarFeeds }) =>
            calendarFeeds.length === 0 ? (
              <EmptyState title={m.none()}>{m.noneText()}</EmptyState>
            ) : (
              <ul className={css.people}>
                {calendarFeeds.map((feed) => (
                  <FeedRow key={feed.id} feed={feed} onRevoked={readAgain} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function NewFeed({ onMade }: { readonly onMade: () => void }) {
  const [scope, setScope] = useState<Feed['scope']>('JOINT');
  const [url, setUrl] = useState<string | null>(null);
  const { run, errors, isPending } = useAct(CreateFeed);
  const make = async () => {
    const outcome = await run({ scope });
    if (!outcome.isDone) return;
    setUrl(outcome.payload.url);
    onMade();
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioField
        label={m.scope()}
        value={scope}
        options={[
          { value: 'JOINT', label: m.JOINT() },
          { value: 'OFFICE', label: m.OFFICE() },
        ]}
        onChange={setScope}
      />
      <div>
        <Button look="primary" isPending={isPending} onPress={() => void make()}>
          {m.make()}
        </Button>
      </div>
      {url === null ? null : <MadeFeed url={url} />}
    </>
  );
}

function MadeFeed({ url }: { readonly url: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast(m.copied());
  };
  return (
    <>
      <Banner tone="ok">{m.made()}</Banner>
      <TextField label={m.address()} value={url} isReadOnly />
      <div className="row">
        <Button onPress={() => void copy()}>{m.copy()}</Button>
        <a href={url.replace(/^https?:/, 'webcal:')}>{m.open()}</a>
      </div>
      <p className="quiet small">{m.how()}</p>
    </>
  );
}

function FeedRow({ feed, onRevoked }: { readonly feed: Feed; readonly onRevoked: () => void }) {
  const { run, isPending } = useAct(RevokeFeed);
  const revoke = async () => {
    if ((await run({ id: feed.id })).isDone) toast(m.revoked());
    onRevoked();
  };
  return (
    <li>
      <span>
        <strong>{sentenceOf(m, feed.scope)}</strong>
        <br />
        <span className="quiet small">
          {m.since({ date: formatInstant(feed.createdAt) })} ·{' '}
          {feed.lastReadAt === null ? m.unread() : m.read({ date: formatInstant(feed.lastReadAt) })}
        </span>
      </span>
      <Button isPending={isPending} onPress={() => void revoke()}>
        {m.revoke()}
      </Button>
    </li>
  );
}
