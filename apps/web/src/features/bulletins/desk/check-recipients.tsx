import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { Loaded } from '../../../ui/feedback';
import { ExcludeRecipient, IncludeRecipient } from './bulletin-acts';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import css from './check-page.module.css';

const RecipientsQuery = graphql(`
  query BulletinRecipients($id: ID!) {
    bulletinRecipients(id: $id) {
      going {
        contactId
        address
        name
        outletName
        listIds
      }
      excluded {
        contactId
        address
        name
        outletName
        listIds
      }
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
    exclude: 'Çıkar',
    excludeWho: 'Çıkar: {who}',
    excluded: 'Bu bültende çıkarılanlar: {count} kişi',
    include: 'Geri al',
    includeWho: 'Geri al: {who}',
    wasExcluded: 'Bu bülten {who} için gönderilmeyecek',
    wasIncluded: 'Yeniden alıcı: {who}',
    more: 'Yalnız ilk 100 kişi gösterilir.',
  },
  {
    people: 'Recipients: {count}',
    former: 'Received the wrong text: {count}',
    one: 'Who is on several lists gets it once.',
    exclude: 'Leave out',
    excludeWho: 'Leave out: {who}',
    excluded: 'Left out of this bulletin: {count}',
    include: 'Take back in',
    includeWho: 'Take back in: {who}',
    wasExcluded: 'Not sent to {who}',
    wasIncluded: 'A recipient again: {who}',
    more: 'Only the first 100 are shown.',
  },
);

/** Everybody who would get it, by name, each once. */
export function CheckRecipients() {
  const { bulletin } = useDesk();
  return bulletin.corrects === null ? <ByLists /> : <Former bulletinId={bulletin.corrects.bulletinId} />;
}

function ByLists() {
  const { bulletin, run } = useDesk();
  const [result, read] = useDeskQuery(RecipientsQuery, { id: bulletin.id });
  const readAgain = () => read({ requestPolicy: 'network-only' });
  const leaveOut = async (recipient: Recipient) => {
    const variables = { id: bulletin.id, contactId: recipient.contactId };
    await run(ExcludeRecipient, variables, m.wasExcluded({ who: nameOf(recipient) }));
    readAgain();
  };
  const takeBack = async (recipient: Recipient) => {
    const variables = { id: bulletin.id, contactId: recipient.contactId };
    await run(IncludeRecipient, variables, m.wasIncluded({ who: nameOf(recipient) }));
    readAgain();
  };
  return (
    <Loaded result={result} onRetry={readAgain}>
      {({ bulletinRecipients: { going, excluded }, bulletinLists }) => {
        const names = new Map(bulletinLists.map(({ id, name }) => [id, name]));
        return (
          <>
            {going.length === 0 ? null : (
              <details>
                <summary>{m.people({ count: going.length })}</summary>
                <p className="quiet small">{m.one()}</p>
                <ul className={css.people}>
                  {going.map((recipient) => (
                    <Person key={recipient.contactId} recipient={recipient} lists={names}>
                      <Button
                        look="quiet"
                        aria-label={m.excludeWho({ who: nameOf(recipient) })}
                        onPress={() => void leaveOut(recipient)}
                      >
                        {m.exclude()}
                      </Button>
                    </Person>
                  ))}
                </ul>
              </details>
            )}
            {excluded.length === 0 ? null : (
              <details>
                <summary>{m.excluded({ count: excluded.length })}</summary>
                <ul className={css.people}>
                  {excluded.map((recipient) => (
                    <Person key={recipient.contactId} recipient={recipient} lists={names}>
                      <Button
                        look="quiet"
                        aria-label={m.includeWho({ who: nameOf(recipient) })}
                        onPress={() => void takeBack(recipient)}
                      >
                        {m.include()}
                      </Button>
                    </Person>
                  ))}
                </ul>
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

type Recipient = ResultOf<typeof RecipientsQuery>['bulletinRecipients']['going'][number];

function nameOf({ name, outletName, address }: Recipient): string {
  return [name, outletName].filter((part) => part !== null).join(', ') || address;
}

interface PersonProps {
  readonly recipient: Recipient;
  /** Names of the chosen lists, by id. */
  readonly lists: ReadonlyMap<string, string>;
  readonly children: ReactNode;
}

function Person({ recipient, lists, children }: PersonProps) {
  return (
    <li className={css.person}>
      <span>{nameOf(recipient)}</span>
      <span className="quiet small">
        {recipient.address} · {recipient.listIds.map((id) => lists.get(id) ?? '').join(', ')}
      </span>
      {children}
    </li>
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
