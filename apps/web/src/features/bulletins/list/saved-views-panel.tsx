import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button, IconButton } from '../../../ui/button';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { FloatingPanel } from '../../../ui/floating';
import type { Opened } from '../../../ui/opener';
import { toast } from '../../../ui/toast';
import css from './bulletin-list.module.css';
import type { BulletinList } from './list-query';
import { filterOf, searchOf, type BulletinFilter, type BulletinListSearch } from './list-search';

const m = catalogue(
  {
    empty: 'Sık döndüğünüz listeyi süzüp bir adla saklayın; yalnız siz görürsünüz.',
    name: 'Bu listenin adı',
    save: 'Görünümü sakla',
    saved: 'Görünüm saklandı: {name}',
    remove: 'Görünümü sil: {name}',
    removed: 'Görünüm silindi: {name}',
  },
  {
    empty: 'Narrow a list that you come back to and keep it under a name; only you see it.',
    name: 'Name of this list',
    save: 'Keep the view',
    saved: 'View kept: {name}',
    remove: 'Remove the view: {name}',
    removed: 'View removed: {name}',
  },
);

const SaveView = graphql(
  `
    mutation SaveView($input: SavedFilterCreateInput!) {
      savedFilterCreate(input: $input) {
        filter {
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

const RemoveView = graphql(
  `
    mutation RemoveView($id: ID!) {
      savedFilterRemove(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type View = BulletinList['savedFilters'][number];

interface SavedViewsPanelProps extends Opened {
  readonly label: string;
  readonly search: BulletinListSearch;
  readonly views: readonly View[];
  readonly onGo: (search: BulletinListSearch) => void;
  readonly onChanged: () => void;
}

const filterIn = ({ filter }: View) => JSON.parse(filter) as BulletinFilter;

/** Opens a kept list, keeps the present one, removes one that is no longer needed. */
export function SavedViewsPanel({ search, views, onGo, onChanged, ...opened }: SavedViewsPanelProps) {
  const { run: keep } = useAct(SaveView);
  const { run: remove } = useAct(RemoveView);
  const open = (view: View) => {
    opened.onClose();
    onGo(searchOf(filterIn(view)));
  };
  const onRemove = async (view: View) => {
    if (!(await remove({ id: view.id })).isDone) return;
    onChanged();
    const keepAgain = async () => {
      await keep({ input: { name: view.name, filter: filterIn(view) } });
      onChanged();
    };
    toast(m.removed({ name: view.name }), () => void keepAgain());
  };
  return (
    <FloatingPanel {...opened}>
      {views.length === 0 ? <p className={`quiet ${css.viewHint}`}>{m.empty()}</p> : null}
      <ul className={css.views}>
        {views.map((view) => (
          <li key={view.id} className={css.view}>
            <Button look="quiet" className={css.viewLink ?? ''} onPress={() => open(view)}>
              {view.name}
            </Button>
            <IconButton label={m.remove({ name: view.name })} onPress={() => void onRemove(view)}>
              <IconTrash size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <SaveForm search={search} onSaved={onChanged} />
    </FloatingPanel>
  );
}

interface SaveFormProps {
  readonly search: BulletinListSearch;
  readonly onSaved: () => void;
}

function SaveForm({ search, onSaved }: SaveFormProps) {
  const [name, setName] = useState('');
  const { run, errors, isPending } = useAct(SaveView);
  const submit = async () => {
    if (!(await run({ input: { name, filter: filterOf(search) } })).isDone) return;
    toast(m.saved({ name: name.trim() }));
    setName('');
    onSaved();
  };
  return (
    <form
      className={css.saveForm}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, ['name'])} />
      <TextField label={m.name()} value={name} onChange={setName} maxLength={80} error={errorFor(errors, 'name')} />
      <Button type="submit" isPending={isPending}>
        {m.save()}
      </Button>
    </form>
  );
}
