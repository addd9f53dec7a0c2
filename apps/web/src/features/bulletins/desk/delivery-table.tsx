import { useEffect, useState } from 'react';
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
  query BulletinDeliveries($id: ID!, $first: Int!) {
    bulletinDeliverySummary(id: $id) {
      pending
      sent
      failed
      cancelled
    }
    bulletinDeliveries(id: $id, first: $first) {
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
    more: 'Daha fazla göster',
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
    more: 'Show more',
    newsroom: 'Open in the newsroom',
    none: 'Mailed to nobody; it is published in the newsroom.',
  },
);

type Delivery = ResultOf<typeof DeliveriesQuery>['bulletinDeliveries']['edges'][number]['node'];

const pageSize = 50;
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
  const [first, setFirst] = useState(pageSize);
  const [result, read] = useDeskQuery(DeliveriesQuery, { id: bulletin.id, first });
  const isMoving = (result.data?.bulletinDeliverySummary.pending ?? 0) > 0;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [isMoving, read]);
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
            <ul className={css.summary} aria-label={m.summary()}>
              {figures.map(([key, state]) => (
                <li key={key} className={css.figure}>
                  <strong>{summary[key]}</strong> {m[state]()}
                </li>
              ))}
            </ul>
            {edges.length === 0 ? (
              <p className="quiet">{m.none()}</p>
            ) : (
              <Rows deliveries={edges.map(({ node }) => node)} />
            )}
            {pageInfo.hasNextPage ? (
              <div>
                <Button onPress={() => setFirst(Math.min(100, first + pageSize))}>{m.more()}</Button>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </>
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
