import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { useSettled } from '../../lib/use-settled';
import { Button } from '../../ui/button';
import { EmptyState, ErrorSummary, Loaded } from '../../ui/feedback';
import { SearchField } from '../../ui/field';
import { toast } from '../../ui/toast';
import { ContactState, nameOfContact } from './contact-rows';
import type { ListDetails } from './list-page';
import css from './media.module.css';

const m = catalogue(
  {
    find: 'Listeye eklenecek kişiyi ara',
    found: 'Bulunan kişiler',
    add: 'Ekle',
    added: 'Kişi listeye eklendi.',
    nobody: 'Bu adla kimse bulunamadı ya da bulunanlar zaten listede.',
    caption: 'Listedeki kişiler',
    name: 'Ad',
    outlet: 'Kuruluş',
    state: 'Durum',
    act: 'İşlem',
    remove: 'Listeden çıkar',
    removed: 'Kişi listeden çıkarıldı.',
    empty: 'Liste boş.',
    emptyText: 'Yukarıdan ad ya da kuruluş arayarak ekleyin.',
    more: 'Daha fazla',
  },
  {
    find: 'Search a person to add',
    found: 'People found',
    add: 'Add',
    added: 'The person was put on the list.',
    nobody: 'Nobody was found by this name, or they are on the list already.',
    caption: 'People on the list',
    name: 'Name',
    outlet: 'Outlet',
    state: 'State',
    act: 'Act',
    remove: 'Take off the list',
    removed: 'The person was taken off the list.',
    empty: 'The list is empty.',
    emptyText: 'Search a name or outlet above and add.',
    more: 'More',
  },
);

const MembersQuery = graphql(`
  query MediaListMembers($filter: MediaContactFilterInput, $first: Int!) {
    mediaContacts(filter: $filter, first: $first) {
      edges {
        node {
          id
          name
          unit
          email
          isActive
          bouncedAt
          unsubscribedAt
          anonymisedAt
          outlet {
            id
            name
          }
          lists {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const AddMutation = graphql(
  `
    mutation MediaListAddContacts($id: ID!, $input: MediaListAddContactsInput!) {
      mediaListAddContacts(id: $id, input: $input) {
        list {
          id
          memberCount
          recipientCount
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const RemoveMutation = graphql(
  `
    mutation MediaListRemoveContacts($id: ID!, $input: MediaListRemoveContactsInput!) {
      mediaListRemoveContacts(id: $id, input: $input) {
        list {
          id
          memberCount
          recipientCount
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface ListMembersProps {
  readonly list: ListDetails;
  readonly onChanged: () => void;
}

/** Who is on the list; people are found by typing and added one by one, and taken off with a way back. */
export function ListMembers({ list, onChanged }: ListMembersProps) {
  const [first, setFirst] = useState(50);
  const [result, readAgain] = useQuery({ query: MembersQuery, variables: { filter: { listId: list.id }, first } });
  const add = useAct(AddMutation);
  const remove = useAct(RemoveMutation);
  const canEdit = list.viewerCan.includes('EDIT');
  const again = () => {
    readAgain({ requestPolicy: 'network-only' });
    onChanged();
  };
  const putOn = async (contactId: string) => {
    const { isDone } = await add.run({ id: list.id, input: { contactIds: [contactId] } });
    if (isDone) again();
    return isDone;
  };

  async function takeOff(contactId: string) {
    const { isDone } = await remove.run({ id: list.id, input: { contactIds: [contactId] } });
    if (!isDone) return;
    again();
    toast(m.removed(), () => void putOn(contactId));
  }

  return (
    <div className="stack">
      <ErrorSummary errors={[...add.errors, ...remove.errors]} />
      {canEdit ? (
        <FindAndAdd listId={list.id} onAdd={(id) => void putOn(id).then((isDone) => isDone && toast(m.added()))} />
      ) : null}
      <Loaded result={result} onRetry={again}>
        {({ mediaContacts: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={m.empty()}>{m.emptyText()}</EmptyState>
          ) : (
            <>
              <table className={css.table}>
                <caption className="visually-hidden">{m.caption()}</caption>
                <thead>
                  <tr>
                    <th scope="col">{m.name()}</th>
                    <th scope="col">{m.outlet()}</th>
                    <th scope="col">{m.state()}</th>
                    {canEdit ? <th scope="col">{m.act()}</th> : null}
                  </tr>
                </thead>
                <tbody>
                  {edges.map(({ node }) => (
                    <tr key={node.id}>
                      <td>
                        {nameOfContact(node)}
                        {node.name || node.unit ? <p className="quiet small">{node.email}</p> : null}
                      </td>
                      <td>{node.outlet?.name ?? '–'}</td>
                      <td>
                        <ContactState contact={node} />
                      </td>
                      {canEdit ? (
                        <td>
                          <Button look="quiet" onPress={() => void takeOff(node.id)}>
                            {m.remove()} <span className="visually-hidden">{nameOfContact(node)}</span>
                          </Button>
                        </td>
                      ) : null}
                    </tr>
                  ))}
                </tbody>
              </table>
              {pageInfo.hasNextPage && first < 100 ? (
                <div>
                  <Button onPress={() => setFirst(100)}>{m.more()}</Button>
                </div>
              ) : null}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function FindAndAdd({ listId, onAdd }: { readonly listId: string; readonly onAdd: (contactId: string) => void }) {
  const [text, setText] = useState('');
  const settled = useSettled(text);
  const [{ data }] = useQuery({
    query: MembersQuery,
    variables: { filter: { text: settled }, first: 8 },
    pause: settled.trim() === '',
  });
  const found = settled.trim() === '' ? undefined : data?.mediaContacts.edges.map(({ node }) => node);
  const candidates = found?.filter(
    ({ lists, anonymisedAt }) => !anonymisedAt && lists.every(({ id }) => id !== listId),
  );
  return (
    <div className="stack">
      <SearchField label={m.find()} value={text} onChange={setText} />
      {candidates === undefined ? null : candidates.length === 0 ? (
        <p className="quiet" role="status">
          {m.nobody()}
        </p>
      ) : (
        <ul className={css.card} aria-label={m.found()}>
          {candidates.map((contact) => (
            <li key={contact.id} className="row spread">
              <span>
                {nameOfContact(contact)} <span className="quiet small">{contact.outlet?.name}</span>
              </span>
              <Button onPress={() => onAdd(contact.id)}>
                {m.add()} <span className="visually-hidden">{nameOfContact(contact)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
