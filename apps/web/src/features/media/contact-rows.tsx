import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment, type FragmentOf, type VariablesOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/feedback';
import { Mark } from '../../ui/mark';
import { words } from './media-words';
import css from './media.module.css';

const m = catalogue(
  {
    caption: 'Basın mensupları',
    name: 'Ad',
    outlet: 'Kuruluş',
    reach: 'İletişim',
    lists: 'Listeler',
    state: 'Durum',
    unnamed: 'Adı yok',
    bounced: 'Adres geri dönüyor',
    unsubscribed: 'Abonelikten çıktı',
    inactive: 'Etkin değil',
    anonymised: 'Anonimleştirildi',
    fine: 'Gönderilir',
    moreLists: '+ {count}',
    more: 'Daha fazla',
  },
  {
    caption: 'People of the press',
    name: 'Name',
    outlet: 'Outlet',
    reach: 'Reach',
    lists: 'Lists',
    state: 'State',
    unnamed: 'Without a name',
    bounced: 'Mail bounces',
    unsubscribed: 'Unsubscribed',
    inactive: 'Not active',
    anonymised: 'Anonymised',
    fine: 'Receives',
    moreLists: '+ {count}',
    more: 'More',
  },
);

export const ContactRowFragment = graphql(`
  fragment ContactRow_contact on MediaContact {
    id
    name
    unit
    email
    phone
    isActive
    bouncedAt
    unsubscribedAt
    anonymisedAt
    outlet {
      id
      name
      type
    }
    lists {
      id
      name
    }
  }
`);

const RowsQuery = graphql(
  `
    query MediaContacts($filter: MediaContactFilterInput, $first: Int!, $after: String) {
      mediaContacts(filter: $filter, first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            ...ContactRow_contact
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ContactRowFragment],
);

interface ContactRowsProps {
  readonly filter: VariablesOf<typeof RowsQuery>['filter'];
  readonly onOpen: (id: string) => void;
  readonly empty: ReactNode;
}

const pageSize = 50;
const shownLists = 2;

/** Contacts in pages of fifty, one under the other. */
export function ContactRows({ filter, onOpen, empty }: ContactRowsProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <div className="stack">
      {cursors.map((after, index) => (
        <RowsPage
          key={after ?? 'first'}
          filter={filter}
          after={after}
          onOpen={onOpen}
          empty={index === 0 ? empty : null}
          onMore={index === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
        />
      ))}
    </div>
  );
}

interface RowsPageProps extends ContactRowsProps {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function RowsPage({ filter, after, onOpen, empty, onMore }: RowsPageProps) {
  const [result, readAgain] = useQuery({
    query: RowsQuery,
    variables: { filter: filter ?? null, first: pageSize, after },
  });
  return (
    <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ mediaContacts: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          empty
        ) : (
          <>
            <table className={css.table}>
              <caption className="visually-hidden">{m.caption()}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.name()}</th>
                  <th scope="col">{m.outlet()}</th>
                  <th scope="col">{m.reach()}</th>
                  <th scope="col">{m.lists()}</th>
                  <th scope="col">{m.state()}</th>
                </tr>
              </thead>
              <tbody>
                {edges.map(({ node }) => (
                  <Row key={node.id} contact={node} onOpen={() => onOpen(node.id)} />
                ))}
              </tbody>
            </table>
            {pageInfo.hasNextPage && pageInfo.endCursor && onMore ? (
              <div>
                <Button onPress={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}>{m.more()}</Button>
              </div>
            ) : null}
          </>
        )
      }
    </Loaded>
  );
}

interface RowProps {
  readonly contact: FragmentOf<typeof ContactRowFragment>;
  readonly onOpen: () => void;
}

function Row({ contact: masked, onOpen }: RowProps) {
  const contact = readFragment(ContactRowFragment, masked);
  return (
    <tr>
      <td>
        <button type="button" className={css.rowButton} onClick={onOpen}>
          {nameOfContact(contact)}
        </button>
        {contact.name && contact.unit ? <p className="quiet small">{contact.unit}</p> : null}
      </td>
      <td>
        {contact.outlet?.name ?? '–'}
        {contact.outlet ? <p className="quiet small">{words[contact.outlet.type]()}</p> : null}
      </td>
      <td>
        <p>{contact.email}</p>
        {contact.phone ? <p className="quiet small">{contact.phone}</p> : null}
      </td>
      <td>
        <span className={css.marks}>
          {contact.lists.slice(0, shownLists).map(({ id, name }) => (
            <Mark key={id}>{name}</Mark>
          ))}
          {contact.lists.length > shownLists ? (
            <span className="quiet small">{m.moreLists({ count: contact.lists.length - shownLists })}</span>
          ) : null}
        </span>
      </td>
      <td>
        <ContactState contact={contact} />
      </td>
    </tr>
  );
}

interface ContactNames {
  readonly name: string | null;
  readonly unit: string | null;
  readonly email: string | null;
}

/** A person by name, a desk by what it is, and only then the address. */
export function nameOfContact({ name, unit, email }: ContactNames): string {
  return name ?? unit ?? email ?? m.unnamed();
}

interface ContactFacts {
  readonly isActive: boolean;
  readonly bouncedAt: string | null;
  readonly unsubscribedAt: string | null;
  readonly anonymisedAt: string | null;
}

/** Whether mails go to the contact, and why not. */
export function ContactState({ contact }: { readonly contact: ContactFacts }) {
  if (contact.anonymisedAt) return <Mark>{m.anonymised()}</Mark>;
  if (contact.unsubscribedAt) return <Mark tone="warn">{m.unsubscribed()}</Mark>;
  if (contact.bouncedAt) return <Mark tone="alert">{m.bounced()}</Mark>;
  if (!contact.isActive) return <Mark>{m.inactive()}</Mark>;
  return <span className="quiet small">{m.fine()}</span>;
}
