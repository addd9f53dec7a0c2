import { useState } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { Dialog } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from './bulletin-list.module.css';
import type { BulletinRow } from './list-query';

const m = catalogue(
  {
    title: 'Şablon olarak sakla',
    hint: 'Ortak bölümler ve biriminizin paragrafı saklanır; alıntılar ve görseller saklanmaz.',
    name: 'Şablonun adı',
    keep: 'Sakla',
    cancel: 'Vazgeç',
    kept: 'Şablon saklandı: {name}',
  },
  {
    title: 'Keep as a template',
    hint: 'The shared sections and the paragraph of your office are kept; quotes and pictures are not.',
    name: 'Name of the template',
    keep: 'Keep',
    cancel: 'Cancel',
    kept: 'Template kept: {name}',
  },
);

const KeepTemplate = graphql(
  `
    mutation KeepTemplate($input: BulletinTemplateCreateInput!) {
      bulletinTemplateCreate(input: $input) {
        template {
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

/** Keeps the words of a bulletin for the next one. */
export function KeepTemplateDialog({
  bulletin,
  onClose,
}: {
  readonly bulletin: BulletinRow;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(bulletin.headline.slice(0, 120));
  const { run, errors, isPending } = useAct(KeepTemplate);
  const submit = async () => {
    if (!(await run({ input: { name, bulletinId: bulletin.id } })).isDone) return;
    toast(m.kept({ name: name.trim() }));
    onClose();
  };
  return (
    <Dialog title={m.title()} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errorsBeside(errors, ['name'])} />
        <p className="quiet">{m.hint()}</p>
        <TextField
          label={m.name()}
          value={name}
          onChange={setName}
          maxLength={120}
          error={errorFor(errors, 'name')}
          autoFocus
        />
        <div className={css.formActs}>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button type="submit" look="primary" isPending={isPending}>
            {m.keep()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
