import { useState, type SyntheticEvent } from 'react';
import { catalogue } from '../../../../lib/messages';
import { useAct } from '../../../../lib/use-act';
import { Button } from '../../../../ui/button';
import { errorFor, ErrorSummary, errorsBeside } from '../../../../ui/feedback';
import { TextField } from '../../../../ui/field';
import { MentionList, typedName, type Mentionable } from '../../desk/mention-list';
import { AddComment } from './comments';
import type { EditorActs } from './editor-acts';
import css from './margin.module.css';

const m = catalogue(
  {
    title: 'Yeni yorum',
    body: 'Yorumunuz',
    hint: 'Birini ya da bir birimi anmak için @ yazın.',
    add: 'Yorum ekle',
    cancel: 'Vazgeç',
  },
  {
    title: 'New comment',
    body: 'Your comment',
    hint: 'Type @ to name a person or an office.',
    add: 'Add comment',
    cancel: 'Cancel',
  },
);

interface CommentComposerProps {
  readonly bulletinId: string;
  readonly sectionId: string;
  readonly acts: EditorActs;
  readonly onDone: () => void;
}

/** A remark on the selected words. The server keeps it first, then its words are marked. */
export function CommentComposer({ bulletinId, sectionId, acts, onDone }: CommentComposerProps) {
  const [quotedText] = useState(() => acts.quoted());
  const [body, setBody] = useState('');
  const [named, setNamed] = useState<readonly Mentionable[]>([]);
  const { run, isPending, errors } = useAct(AddComment);
  const query = typedName(body);
  const name = (mentionable: Mentionable) => {
    setNamed([...named, mentionable]);
    setBody(`${body.slice(0, body.lastIndexOf('@'))}@${mentionable.name} `);
  };
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const anchorId = acts.writing.suggester.newId();
    const said = { sectionId, anchorId, quotedText, body: body.trim(), ...namesIn(body, named) };
    const { isDone } = await run({ id: bulletinId, input: said });
    if (!isDone) return;
    acts.anchorComment(anchorId);
    acts.stopAsking();
    onDone();
  };
  return (
    <form
      className={css.card}
      aria-label={m.title()}
      onSubmit={(event) => void add(event)}
      onKeyDown={({ key }) => (key === 'Escape' ? acts.stopAsking() : undefined)}
    >
      <blockquote className={css.quote}>{quotedText}</blockquote>
      <ErrorSummary errors={errorsBeside(errors, ['body'])} />
      <TextField
        label={m.body()}
        hint={m.hint()}
        rows={3}
        value={body}
        onChange={setBody}
        error={errorFor(errors, 'body')}
        maxLength={5000}
        autoFocus
      />
      {query === null ? null : <MentionList query={query} onChoose={name} />}
      <div className={css.acts}>
        <Button look="primary" type="submit" isPending={isPending}>
          {m.add()}
        </Button>
        <Button look="quiet" onPress={acts.stopAsking}>
          {m.cancel()}
        </Button>
      </div>
    </form>
  );
}

/** Who is named in the words as they are sent. */
function namesIn(body: string, named: readonly Mentionable[]) {
  const kept = named.filter(({ name }) => body.includes(`@${name}`));
  const idsOf = (kind: Mentionable['kind']) => kept.filter((one) => one.kind === kind).map(({ id }) => id);
  return { mentions: idsOf('PERSON'), mentionedOfficeIds: idsOf('OFFICE') };
}
