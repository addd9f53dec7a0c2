import { useState } from 'react';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { EmptyState, ErrorSummary, Loaded } from '../../../ui/feedback';
import { Checkbox } from '../../../ui/field';
import { LinkButton } from '../../../ui/button';
import { ChooseLists } from './bulletin-acts';
import { may } from './desk-bulletin';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';

const ListsQuery = graphql(`
  query BulletinListChoice($id: ID!) {
    bulletinLists(id: $id) {
      id
      name
    }
    mediaLists {
      id
      name
      recipientCount
      office {
        id
        name
      }
    }
  }
`);

const ChosenQuery = graphql(`
  query BulletinChosenLists($id: ID!) {
    bulletinLists(id: $id) {
      id
      name
    }
  }
`);

const CountQuery = graphql(`
  query BulletinRecipientCount($listIds: [ID!]!) {
    mediaRecipientCount(listIds: $listIds)
  }
`);

const m = catalogue(
  {
    count: '{count} kişi',
    total: 'Toplam: {count} kişi (yinelenen ayıklandı: {twice})',
    none: 'Liste seçilmedi; bülten yalnızca basın odasında yayımlanır.',
    noLists: 'Henüz dağıtım listesi yok',
    noListsText: 'Listeler basın rehberinde kurulur.',
    guide: 'Basın rehberini aç',
    same: 'Düzeltme, yanlış metni alan herkese gider; liste seçilmez.',
    lead: 'Dağıtım listelerini yürüten birim seçer.',
  },
  {
    count: '{count} people',
    total: 'In all: {count} people (repeated ones taken out: {twice})',
    none: 'No list chosen; it is published in the newsroom only.',
    noLists: 'No distribution list yet',
    noListsText: 'Lists are made in the media guide.',
    guide: 'Open the media guide',
    same: 'A correction goes to everybody who received the wrong text; no list is chosen.',
    lead: 'The lead chooses the lists.',
  },
);

/** The distribution lists, each person once. */
export function ListChoice() {
  const { bulletin } = useDesk();
  if (bulletin.corrects !== null) return <p className="quiet">{m.same()}</p>;
  const isSettled = bulletin.releasedAt !== null || bulletin.state === 'DISCARDED';
  return isSettled || !may(bulletin, 'DISTRIBUTE') ? <Chosen /> : <Choice />;
}

function Chosen() {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(ChosenQuery, { id: bulletin.id });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinLists: lists }) => (
        <>
          {lists.length === 0 ? (
            <p className="quiet">{m.none()}</p>
          ) : (
            <ul>
              {lists.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
          {bulletin.releasedAt === null ? <p className="quiet small">{m.lead()}</p> : null}
        </>
      )}
    </Loaded>
  );
}

function Choice() {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(ListsQuery, { id: bulletin.id });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinLists, mediaLists }) =>
        mediaLists.length === 0 ? (
          <EmptyState title={m.noLists()} action={<LinkButton href="/rehber">{m.guide()}</LinkButton>}>
            {m.noListsText()}
          </EmptyState>
        ) : (
          <Ticks bulletinId={bulletin.id} lists={mediaLists} chosenIds={bulletinLists.map(({ id }) => id)} />
        )
      }
    </Loaded>
  );
}

interface TicksProps {
  readonly bulletinId: string;
  readonly lists: readonly { readonly id: string; readonly name: string; readonly recipientCount: number }[];
  readonly chosenIds: readonly string[];
}

/** Ticks are kept at once; the count beside them is of people, each once. */
function Ticks({ bulletinId, lists, chosenIds }: TicksProps) {
  const { run, errors } = useAct(ChooseLists);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const chosen = wanted ?? chosenIds;
  const toggle = (listId: string) => async (isIn: boolean) => {
    const next = isIn ? [...chosen, listId] : chosen.filter((id) => id !== listId);
    setWanted(next);
    const { isDone } = await run({ id: bulletinId, input: { listIds: [...next] } });
    if (!isDone) setWanted(null);
  };
  return (
    <div className="stack">
      <ErrorSummary errors={errors} />
      <div>
        {lists.map(({ id, name, recipientCount }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isIn) => void toggle(id)(isIn)}>
            {name} <span className="quiet small">{m.count({ count: recipientCount })}</span>
          </Checkbox>
        ))}
      </div>
      <Total lists={lists.filter(({ id }) => chosen.includes(id))} />
    </div>
  );
}

function Total({ lists }: Pick<TicksProps, 'lists'>) {
  const [{ data }] = useDeskQuery(CountQuery, { listIds: lists.map(({ id }) => id) }, lists.length === 0);
  if (lists.length === 0) return <p className="quiet">{m.none()}</p>;
  const sum = lists.reduce((total, { recipientCount }) => total + recipientCount, 0);
  const count = data?.mediaRecipientCount;
  return (
    <p role="status">
      {count === undefined ? null : <strong>{m.total({ count, twice: Math.max(0, sum - count) })}</strong>}
    </p>
  );
}
