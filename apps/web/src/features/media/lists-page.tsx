import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { EmptyState, errorFor, errorsBeside, ErrorSummary, Loaded } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { Mark } from '../../ui/mark';
import { Dialog, useDisclosure } from '../../ui/overlay';
import { useGuideRights } from './guide-rights';
import { MediaFrame } from './media-frame';
import css from './media.module.css';

const m = catalogue(
  {
    add: 'Liste aç',
    name: 'Listenin adı',
    description: 'Kimler için',
    create: 'Aç',
    empty: 'Henüz dağıtım listeniz yok.',
    emptyText:
      'Liste, bir bültenin kimlere gideceğini tek dokunuşla seçtirir; aynı adres iki listede olsa da bir e-posta alır.',
    members: 'Kişi: {count}',
    reached: 'Ulaşılan adres: {count}',
    owner: 'Tutan: {office}',
    shared: 'Paylaşılıyor',
  },
  {
    add: 'New list',
    name: 'Name of the list',
    description: 'For whom',
    create: 'Create',
    empty: 'You have no distribution list yet.',
    emptyText:
      'A list chooses whom a bulletin goes to with one tap; an address on two lists gets one e-mail all the same.',
    members: 'People: {count}',
    reached: 'Addresses reached: {count}',
    owner: 'Kept by: {office}',
    shared: 'Shared',
  },
);

const ListsQuery = graphql(`
  query MediaLists {
    mediaLists {
      id
      name
      description
      memberCount
      recipientCount
      isShared
      office {
        id
        name
      }
    }
  }
`);

const CreateMutation = graphql(
  `
    mutation MediaListCreate($input: MediaListCreateInput!) {
      mediaListCreate(input: $input) {
        list {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** `/rehber/listeler`: the distribution lists of the office, and those that others share with it. */
export function ListsPage() {
  const [result, readAgain] = useQuery({ query: ListsQuery });
  const adding = useDisclosure();
  const { editRefusal } = useGuideRights();
  return (
    <MediaFrame
      actions={
        <Button look="primary" refusal={editRefusal} onPress={adding.open}>
          {m.add()}
        </Button>
      }
    >
      <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ mediaLists }) =>
          mediaLists.length === 0 ? (
            <EmptyState title={m.empty()} action={<Button onPress={adding.open}>{m.add()}</Button>}>
              {m.emptyText()}
            </EmptyState>
          ) : (
            <ul className={css.cards}>
              {mediaLists.map((list) => (
                <li key={list.id} className={css.card}>
                  <h2>
                    <Link to="/rehber/listeler/$id" params={{ id: list.id }}>
                      {list.name}
                    </Link>
                  </h2>
                  {list.description === '' ? null : <p>{list.description}</p>}
                  <p className="quiet small">
                    {m.members({ count: list.memberCount })} · {m.reached({ count: list.recipientCount })}
                  </p>
                  <p className="row quiet small">
                    {m.owner({ office: list.office.name })}{' '}
                    {list.isShared ? <Mark tone="accent">{m.shared()}</Mark> : null}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewList isOpen={adding.isOpen} onClose={adding.close} />
    </MediaFrame>
  );
}

function NewList({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { run, isPending, errors } = useAct(CreateMutation);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');

  async function create() {
    const outcome = await run({ input: { name: name.trim(), description: description.trim() } });
    if (outcome.isDone && outcome.payload.list) {
      await navigate({ to: '/rehber/listeler/$id', params: { id: outcome.payload.list.id } });
    }
  }

  return (
    <Dialog title={m.add()} isOpen={isOpen} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <ErrorSummary errors={errorsBeside(errors, ['name', 'description'])} />
        <TextField label={m.name()} value={name} onChange={setName} error={errorFor(errors, 'name')} isRequired />
        <TextField
          label={m.description()}
          value={description}
          onChange={setDescription}
          error={errorFor(errors, 'description')}
          isOptional
        />
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {m.create()}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
