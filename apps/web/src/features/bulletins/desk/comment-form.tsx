import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { AddComment } from './comments-query';
import { useDesk } from './desk-context';
import { MentionList, typedName, type Mentionable } from './mention-list';
import css from './comment-form.module.css';

const m = catalogue(
  { send: 'Gönder', cancel: 'Vazgeç', hint: 'Birini ya da bir birimi anmak için @ yazın.' },
  { send: 'Send', cancel: 'Cancel', hint: 'Type @ to name a person or an office.' },
);

interface CommentFormProps {
  readonly label: string;
  /** Set for an answer. */
  readonly threadId?: string;
  readonly onSent: () => void;
  readonly onCancel?: () => void;
}

/** Writes a remark about the whole bulletin, or an answer in a thread. */
export function CommentForm({ label, threadId, onSent, onCancel }: CommentFormProps) {
  const { bulletin } = useDesk();
  const { run, isPending, errors } = useAct(AddComment);
  const [body, setBody] = useState('');
  const [named, setNamed] = useState<readonly Mentionable[]>([]);
  const query = typedName(body);
  const choose = (mentionable: Mentionable) => {
    setNamed([...named, mentionable]);
    setBody(`${body.slice(0, body.lastIndexOf('@'))}@${mentionable.name} `);
  };
  const send = async () => {
    if (body.trim() === '') return;
    const kept = named.filter(({ name }) => body.includes(`@${name}`));
    const idsOf = (kind: Mentionable['kind']) => kept.filter((one) => one.kind === kind).map(({ id }) => id);
    const input = {
      body: body.trim(),
      mentions: idsOf('PERSON'),
      mentionedOfficeIds: idsOf('OFFICE'),
      ...(threadId === undefined ? {} : { threadId }),
    };
    const { isDone } = await run({ id: bulletin.id, input });
    if (!isDone) return;
    setBody('');
    onSent();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, ['body'])} />
      <TextField
        label={label}
        hint={m.hint()}
        rows={2}
        value={body}
        onChange={setBody}
        maxLength={4000}
        autoFocus={threadId !== undefined}
        error={errorFor(errors, 'body')}
      />
      {query === null ? null : <MentionList query={query} onChoose={choose} />}
      {body === '' && onCancel === undefined ? null : (
        <div className="row">
          <Button type="submit" isPending={isPending}>
            {m.send()}
          </Button>
          {onCancel === undefined ? null : (
            <Button look="quiet" onPress={onCancel}>
              {m.cancel()}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
