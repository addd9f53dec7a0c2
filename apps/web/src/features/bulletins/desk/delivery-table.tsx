import { useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { formatNear } from '../../../lib/dates';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Button, LinkButton } from '../../../ui/button';
import { Loaded } from '../../../ui/feedback';
import { Mark } from '../../../ui/mark';
import { CopyWhatsApp } from './bulletin-documents';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import css from './check-page.module.css';

const DeliveriesQuery = graphql(`
  query BulletinDeliveries($id: ID!, $state: DeliveryState, $after: String) {
    bulletinDeliverySummary(id: $id) {
      pending
      sent
      failed
      cancelled
    }
    bulletinDeliveries(id: $id, state: $state, first: 50, after: $after) {
      edges {
        node {
          id
          sourceType
          address
          name
          state
          attempts
          answer
          sentAt
          nextAttemptAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const m = catalogue(
  {
    caption: 'Gönderimler',
    summary: 'Gönderim özeti',
    PENDING: 'Kuyrukta',
    SENT: 'Ulaştı',
    FAILED: 'Geri döndü',
    CANCELLED: 'Gönderilmedi',
    who: 'Alıcı',
    state: 'Durum',
    when: 'Ne zaman',
    answer: 'Sunucunun yanıtı',
    next: 'Yeniden denenecek: {at}',
    notice: 'geri çekme bildirimi',
    pages: 'Sayfalar',
    previous: 'Önceki sayfa',
    onward: 'Sonraki sayfa',
    noneSuch: 'Bu durumda gönderim yok.',
    newsroom: 'Basın odasında aç',
    none: 'E-posta ile kimseye gönderilmedi; bülten basın odasında yayımlandı.',
  },
  {
    caption: 'Deliveries',
    summary: 'Summary',
    PENDING: 'Waiting',
    SENT: 'Delivered',
    FAILED: 'Bounced',
    CANCELLED: 'Not sent',
    who: 'Recipient',
    state: 'State',
    when: 'When',
    answer: "Server's answer",
    next: 'Next try: {at}',
    notice: 'notice of withdrawal',
    pages: 'Pages',
    previous: 'Previous page',
    onward: 'Next page',
    noneSuch: 'None in this state.',
    newsroom: 'Open in the newsroom',
    none: 'Mailed to nobody; it is published in the newsroom.',
  },
);

type DeliveryState = Delivery['state'];
type Delivery = ResultOf<typeof DeliveriesQuery>['bulletinDeliveries']['edges'][number]['node'];

const lookAgainMilliseconds = 2_000;
const tones = { PENDING: 'plain', SENT: 'ok', FAILED: 'alert', CANCELLED: 'warn' } as const;
const figures = [
  ['sent', 'SENT'],
  ['pending', 'PENDING'],
  ['failed', 'FAILED'],
  ['cancelled', 'CANCELLED'],
] as const;

/** What became of every mail, as it happens; the text for messengers and the public page beside it. */
export function DeliveryTable() {
  const { bulletin } = useDesk();
  const [state, setState] = useState<DeliveryState | null>(null);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1) ?? null;
  const [result, read] = useDeskQuery(DeliveriesQuery, { id: bulletin.id, state, after });
  const isMoving = (result.data?.bulletinDeliverySummary.pending ?? 0) > 0;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [isMoving, read]);
  const choose = (next: DeliveryState | null) => {
    setState(next);
    setCursors([]);
  };
  return (
    <>
      <div className="row">
        <CopyWhatsApp bulletinId={bulletin.id} />
        {bulletin.publicPath === null ? null : (
          <LinkButton href={bulletin.publicPath} target="_blank">
            {m.newsroom()}
          </LinkButton>
        )}
      </div>
      <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
        {({ bulletinDeliverySummary: summary, bulletinDeliveries: { edges, pageInfo } }) => (
          <>
            <Figures summary={summary} state={state} onChoose={choose} />
            {edges.length === 0 ? (
              <p className="quiet">{state === null ? m.none() : m.noneSuch()}</p>
            ) : (
              <Rows deliveries={edges.map(({ node }) => node)} />
            )}
            {cursors.length === 0 && !pageInfo.hasNextPage ? null : (
              <nav aria-label={m.pages()} className="row">
                {cursors.length === 0 ? null : (
                  <Button onPress={() => setCursors(cursors.slice(0, -1))}>{m.previous()}</Button>
                )}
                {pageInfo.hasNextPage ? (
                  <Button onPress={() => setCursors([...cursors, pageInfo.endCursor ?? ''])}>{m.onward()}</Button>
                ) : null}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface FiguresProps {
  readonly summary: ResultOf<typeof DeliveriesQuery>['bulletinDeliverySummary'];
  readonly state: DeliveryState | null;
  readonly onChoose: (state: DeliveryState | null) => void;
}

/** How many are where; each figure shows those alone, and once more all. */
function Figures({ summary, state, onChoose }: FiguresProps) {
  return (
    <ul className={css.summary} aria-label={m.summary()}>
      {figures.map(([key, one]) => (
        <li key={key}>
          <ToggleButton
            className={css.figure ?? ''}
            isSelected={state === one}
            onChange={(isSelected) => onChoose(isSelected ? one : null)}
          >
            <strong>{summary[key]}</strong> {m[one]()}
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}

function Rows({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{m.caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.who()}</th>
          <th scope="col">{m.state()}</th>
          <th scope="col">{m.when()}</th>
          <th scope="col">{m.answer()}</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  delivery: { name, address, state, sentAt, nextAttemptAt, answer, sourceType },
}: {
  readonly delivery: Delivery;
}) {
  return (
    <tr>
      <td>
        {name ?? address}
        {name === null ? null : <span className="quiet small"> {address}</span>}
        {sourceType === 'withdrawal' ? <span className="quiet small"> ({m.notice()})</span> : null}
      </td>
      <td>
        <Mark tone={tones[state]}>{m[state]()}</Mark>
      </td>
      <td>
        {sentAt === null ? null : <time dateTime={sentAt}>{formatNear(sentAt)}</time>}
        {nextAttemptAt !== null && state === 'PENDING' ? m.next({ at: formatNear(nextAttemptAt) }) : null}
      </td>
      <td className="quiet small">{answer}</td>
    </tr>
  );
}
