import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Loaded } from '../../../ui/feedback';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import css from './check-page.module.css';

const RecipientsQuery = graphql(`
  query BulletinRecipients($id: ID!) {
    bulletinRecipients(id: $id) {
      contactId
      address
      name
      outletName
      listIds
    }
    bulletinLists(id: $id) {
      id
      name
    }
  }
`);

const FormerQuery = graphql(`
  query CorrectionRecipients($id: ID!) {
    bulletinDeliveries(id: $id, first: 100) {
      edges {
        node {
          id
          address
          name
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    bulletinDeliverySummary(id: $id) {
      sent
      pending
    }
  }
`);

const m = catalogue(
  {
    people: 'Alacaklar: {count} kişi',
    former: 'Yanlış metni alanlar: {count} kişi',
    one: 'Birden çok listede olan bir kez alır.',
    more: 'Yalnız ilk 100 kişi gösterilir.',
  },
  {
    people: 'Recipients: {count}',
    former: 'Received the wrong text: {count}',
    one: 'Who is on several lists gets it once.',
    more: 'Only the first 100 are shown.',
  },
);

/** Everybody who would get it, by name, each once. */
export function CheckRecipients() {
  const { bulletin } = useDesk();
  return bulletin.corrects === null ? <ByLists /> : <Former bulletinId={bulletin.corrects.bulletinId} />;
}

function ByLists() {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(RecipientsQuery, { id: bulletin.id });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinRecipients, bulletinLists }) => {
        if (bulletinRecipients.length === 0) return null;
        const names = new Map(bulletinLists.map(({ id, name }) => [id, name]));
        return (
          <details>
            <summary>{m.people({ count: bulletinRecipients.length })}</summary>
            <p className="quiet small">{m.one()}</p>
            <ul className={css.people}>
              {bulletinRecipients.map(({ contactId, address, name, outletName, listIds }) => (
                <li key={contactId}>
                  <span>{[name, outletName].filter((part) => part !== null).join(', ') || address}</span>
                  <span className="quiet small">
                    {address} · {listIds.map((id) => names.get(id) ?? '').join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      }}
    </Loaded>
  );
}

function Former({ bulletinId }: { readonly bulletinId: string }) {
  const [result, read] = useDeskQuery(FormerQuery, { id: bulletinId });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinDeliveries: { edges, pageInfo }, bulletinDeliverySummary: { sent, pending } }) => (
        <details open>
          <summary>{m.former({ count: sent + pending })}</summary>
          <ul className={css.people}>
            {edges.map(({ node }) => (
              <li key={node.id}>
                <span>{node.name ?? node.address}</span>
                {node.name === null ? null : <span className="quiet small">{node.address}</span>}
              </li>
            ))}
          </ul>
          {pageInfo.hasNextPage ? <p className="quiet small">{m.more()}</p> : null}
        </details>
      )}
    </Loaded>
  );
}
