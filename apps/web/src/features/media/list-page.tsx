import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, Refusal, type ResultOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { EmptyState, errorFor, errorsBeside, ErrorSummary, Loaded } from '../../ui/feedback';
import { Checkbox, TextField } from '../../ui/field';
import { toast } from '../../ui/toast';
import { ListMembers } from './list-members';
import { MediaFrame } from './media-frame';
import css from './media.module.css';

const m = catalogue(
  {
    back: '‹ Listeler',
    gone: 'Bu liste yok ya da biriminize açık değil.',
    figures: 'Kişi: {members} · Ulaşılan adres: {reached}',
    why: 'Aynı adresler, geri dönenler ve abonelikten çıkanlar ayıklandı.',
    settings: 'Ad ve paylaşım',
    name: 'Listenin adı',
    description: 'Kimler için',
    save: 'Kaydet',
    saved: 'Liste kaydedildi.',
    share: 'Şu birimler de bu listeye gönderebilir',
    shareHint: 'Adresleri görürler ama değiştiremezler.',
  },
  {
    back: '‹ Lists',
    gone: 'There is no such list, or it is not open to your office.',
    figures: 'People: {members} · Addresses reached: {reached}',
    why: 'Repeated, bouncing and unsubscribed addresses are left out.',
    settings: 'Name and sharing',
    name: 'Name of the list',
    description: 'For whom',
    save: 'Save',
    saved: 'The list was saved.',
    share: 'These offices may send to this list too',
    shareHint: 'They see the addresses but cannot change them.',
  },
);

const ListQuery = graphql(`
  query MediaList($id: ID!) {
    mediaList(id: $id) {
      id
      name
      description
      memberCount
      recipientCount
      version
      viewerCan
      office {
        id
      }
      sharedWith {
        id
      }
    }
  }
`);

export type ListDetails = NonNullable<ResultOf<typeof ListQuery>['mediaList']>;

const UpdateMutation = graphql(
  `
    mutation MediaListUpdate($id: ID!, $input: MediaListUpdateInput!) {
      mediaListUpdate(id: $id, input: $input) {
        list {
          id
          name
          description
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

const ShareMutation = graphql(
  `
    mutation MediaListShare($id: ID!, $input: MediaListShareInput) {
      mediaListShare(id: $id, input: $input) {
        list {
          id
          version
          sharedWith {
            id
          }
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const UnshareMutation = graphql(
  `
    mutation MediaListUnshare($id: ID!, $input: MediaListShareInput) {
      mediaListUnshare(id: $id, input: $input) {
        list {
          id
          version
          sharedWith {
            id
          }
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** `/rehber/listeler/:id`: who is on a list, and which offices may send to it. */
export function ListPage() {
  const { id } = useParams({ from: '/shell/rehber/listeler/$id' });
  const [result, readAgain] = useQuery({ query: ListQuery, variables: { id } });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  return (
    <MediaFrame>
      <p className="small">
        <Link to="/rehber/listeler" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      </p>
      <Loaded result={result} onRetry={again}>
        {({ mediaList }) =>
          mediaList === null ? (
            <EmptyState title={m.gone()} />
          ) : (
            <>
              <div>
                <h2>{mediaList.name}</h2>
                <p>{mediaList.description}</p>
                <p role="status">{m.figures({ members: mediaList.memberCount, reached: mediaList.recipientCount })}</p>
                {mediaList.memberCount === mediaList.recipientCount ? null : <p className="quiet small">{m.why()}</p>}
              </div>
              <ListMembers list={mediaList} onChanged={again} />
              {mediaList.viewerCan.includes('EDIT') ? (
                <ListSettings key={mediaList.version} list={mediaList} onSaved={again} />
              ) : null}
            </>
          )
        }
      </Loaded>
    </MediaFrame>
  );
}

function ListSettings({ list, onSaved }: { readonly list: ListDetails; readonly onSaved: () => void }) {
  const { offices } = useSession();
  const update = useAct(UpdateMutation);
  const share = useAct(ShareMutation);
  const unshare = useAct(UnshareMutation);
  const [name, setName] = useState(list.name);
  const [description, setDescription] = useState(list.description);
  const errors = [...update.errors, ...share.errors, ...unshare.errors];
  const sharedIds = list.sharedWith.map((office) => office.id);
  const others = offices.filter((office) => office.id !== list.office.id && office.state !== 'INACTIVE');
  const finish = ({ isDone }: { readonly isDone: boolean }) => {
    if (!isDone) return;
    toast(m.saved());
    onSaved();
  };
  return (
    <section className={css.card} aria-labelledby="liste-ayarlari">
      <h3 id="liste-ayarlari">{m.settings()}</h3>
      <ErrorSummary errors={errorsBeside(errors, ['name', 'description'])} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void update.run({ id: list.id, input: { name, description, expectedVersion: list.version } }).then(finish);
        }}
      >
        <div className={css.pair}>
          <TextField label={m.name()} value={name} onChange={setName} error={errorFor(errors, 'name')} isRequired />
          <TextField
            label={m.description()}
            value={description}
            onChange={setDescription}
            error={errorFor(errors, 'description')}
          />
        </div>
        <div>
          <Button type="submit" isPending={update.isPending}>
            {m.save()}
          </Button>
        </div>
      </Form>
      <fieldset>
        <legend className={css.legend}>{m.share()}</legend>
        <p className="quiet small">{m.shareHint()}</p>
        <div className={css.choices}>
          {others.map((office) => (
            <Checkbox
              key={office.id}
              isSelected={sharedIds.includes(office.id)}
              onChange={(isShared) =>
                void (isShared ? share : unshare).run({ id: list.id, input: { officeIds: [office.id] } }).then(finish)
              }
            >
              {office.name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
