import { useState, type SubmitEvent } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { sentenceForError, type UserError } from '../../../lib/errors';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Confirm, Dialog } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from './bulletin-list.module.css';

const m = catalogue(
  {
    selected: '{count} bülten seçili',
    region: 'Seçilenlerle yapılacaklar',
    seen: 'Görüldü say',
    tag: 'Etiket ekle',
    tagName: 'Etiket',
    discard: 'Taslakları at',
    discardTitle: 'Seçilen taslaklar atılsın mı',
    discardText: 'Bültenler bırakılır ve bu listeden kalkar. Atılanlar sekmesinde durur; oradan geri getirilebilir.',
    clear: 'Seçimi kaldır',
    cancel: 'Vazgeç',
    allDone: '{count} bültende yapıldı.',
    someDone: '{count} bültende yapıldı, {refused} bültende yapılamadı: {reason}',
  },
  {
    selected: '{count} bulletins selected',
    region: 'Acts on the selected ones',
    seen: 'Mark as seen',
    tag: 'Add a tag',
    tagName: 'Tag',
    discard: 'Give the drafts up',
    discardTitle: 'Give the selected drafts up',
    discardText: 'They leave this list. They stay under Given up and can be brought back from there.',
    clear: 'Clear the selection',
    cancel: 'Cancel',
    allDone: 'Done on {count} bulletins.',
    someDone: 'Done on {count} bulletins, refused on {refused}: {reason}',
  },
);

const MarkSeen = graphql(
  `
    mutation MarkBulletinsSeen($ids: [ID!]!) {
      bulletinsMarkSeen(ids: $ids) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const AddTag = graphql(
  `
    mutation TagBulletins($ids: [ID!]!, $tag: String!) {
      bulletinsTag(ids: $ids, tag: $tag) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const Discard = graphql(
  `
    mutation DiscardBulletins($ids: [ID!]!) {
      bulletinsDiscard(ids: $ids) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface BulkBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
  readonly onDone: () => void;
}

/** What can be done with all selected bulletins at once; one that refuses spoils no other, and the reason is said. */
export function BulkBar({ ids, onClear, onDone }: BulkBarProps) {
  const [dialog, setDialog] = useState<'tag' | 'discard' | null>(null);
  const seen = useAct(MarkSeen);
  const tags = useAct(AddTag);
  const discard = useAct(Discard);
  const close = () => setDialog(null);
  const finish = (outcome: { readonly isDone: boolean; readonly errors?: readonly UserError[] }) => {
    close();
    toast(outcomeWords(ids.length, outcome.errors ?? []));
    onDone();
  };
  return (
    <section className={css.bulk} aria-label={m.region()}>
      <p role="status" className={css.bulkCount}>
        {m.selected({ count: ids.length })}
      </p>
      <Button isPending={seen.isPending} onPress={() => void seen.run({ ids: [...ids] }).then(finish)}>
        {m.seen()}
      </Button>
      <Button onPress={() => setDialog('tag')}>{m.tag()}</Button>
      <Button look="danger" onPress={() => setDialog('discard')}>
        {m.discard()}
      </Button>
      <Button look="quiet" onPress={onClear}>
        {m.clear()}
      </Button>
      {dialog === 'tag' ? (
        <TagDialog
          isPending={tags.isPending}
          onClose={close}
          onTag={(tag) => void tags.run({ ids: [...ids], tag }).then(finish)}
        />
      ) : null}
      <Confirm
        title={m.discardTitle()}
        verb={m.discard()}
        isDangerous
        isOpen={dialog === 'discard'}
        isPending={discard.isPending}
        onClose={close}
        onConfirm={() => void discard.run({ ids: [...ids] }).then(finish)}
      >
        <p>{m.discardText()}</p>
      </Confirm>
    </section>
  );
}

/** How many it was done on; a refusal without a place in the list concerns all of them. */
function outcomeWords(count: number, errors: readonly UserError[]): string {
  const reason = [...new Set(errors.map(sentenceForError))].join(' ');
  const isWhole = errors.some(({ path }) => path[0] !== 'ids');
  if (isWhole) return reason;
  const refused = errors.length;
  return refused === 0 ? m.allDone({ count }) : m.someDone({ count: count - refused, refused, reason });
}

interface TagDialogProps {
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onTag: (tag: string) => void;
}

function TagDialog({ isPending, onClose, onTag }: TagDialogProps) {
  const [tag, setTag] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (tag.trim() !== '') onTag(tag.trim());
  };
  return (
    <Dialog title={m.tag()} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField label={m.tagName()} value={tag} onChange={setTag} maxLength={60} autoFocus />
        <div className={css.formActs}>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button type="submit" look="primary" isPending={isPending}>
            {m.tag()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
