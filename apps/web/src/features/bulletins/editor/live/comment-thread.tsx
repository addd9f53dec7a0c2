import { useState, type SyntheticEvent } from 'react';
import { catalogue } from '../../../../lib/messages';
import { useAct } from '../../../../lib/use-act';
import { Button } from '../../../../ui/button';
import { errorFor, ErrorSummary, errorsBeside } from '../../../../ui/feedback';
import { TextField } from '../../../../ui/field';
import { Byline, Card, type CardActs } from './card';
import { AddComment, ResolveComment, type Comment, type Thread } from './comments';
import css from './margin.module.css';

const m = catalogue(
  {
    thread: 'Yorum: {who}',
    go: 'Metinde göster',
    answer: 'Yanıtla',
    yourAnswer: 'Yanıtınız',
    send: 'Yanıtı ekle',
    cancel: 'Vazgeç',
    resolve: 'Yorumu kapat',
  },
  {
    thread: 'Comment: {who}',
    go: 'Show in the text',
    answer: 'Answer',
    yourAnswer: 'Your answer',
    send: 'Add answer',
    cancel: 'Cancel',
    resolve: 'Close comment',
  },
);

interface CommentThreadProps extends CardActs {
  readonly thread: Thread;
  readonly bulletinId: string;
  readonly onChanged: () => void;
}

/** A thread of remarks on some words. */
export function CommentThread({ thread, bulletinId, onChanged, ...acts }: CommentThreadProps) {
  const { first, answers } = thread;
  const [isAnswering, setIsAnswering] = useState(false);
  const { run, isPending, errors } = useAct(ResolveComment);
  const resolve = async () => {
    const { isDone } = await run({ id: bulletinId, commentId: first.id });
    if (isDone) onChanged();
  };
  return (
    <Card label={m.thread({ who: first.author.name })} {...acts}>
      <Quotation first={first} onGo={acts.onGo} />
      {[first, ...answers].map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
      <ErrorSummary errors={errors} />
      {isAnswering ? (
        <AnswerForm
          bulletinId={bulletinId}
          threadId={first.id}
          onDone={onChanged}
          onClose={() => setIsAnswering(false)}
        />
      ) : (
        <div className={css.acts}>
          <Button look="quiet" onPress={() => setIsAnswering(true)}>
            {m.answer()}
          </Button>
          <Button look="quiet" isPending={isPending} onPress={() => void resolve()}>
            {m.resolve()}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The words as they were when the remark was made. */
function Quotation({ first: { quotedText }, onGo }: { readonly first: Comment; readonly onGo: () => void }) {
  if (quotedText === null || quotedText === '') return null;
  return (
    <button type="button" className={css.words} onClick={onGo}>
      <span className="visually-hidden">{m.go()} </span>
      <q className={css.quote}>{quotedText}</q>
    </button>
  );
}

function Said({ comment }: { readonly comment: Comment }) {
  return (
    <div>
      <Byline name={comment.author.name} officeId={comment.office.id} at={comment.createdAt} />
      <p className={css.said}>{comment.body}</p>
    </div>
  );
}

interface AnswerFormProps {
  readonly bulletinId: string;
  readonly threadId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function AnswerForm({ bulletinId, threadId, onDone, onClose }: AnswerFormProps) {
  const [body, setBody] = useState('');
  const { run, isPending, errors } = useAct(AddComment);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const { isDone } = await run({ id: bulletinId, input: { threadId, body } });
    if (!isDone) return;
    onClose();
    onDone();
  };
  return (
    <form className={css.answer} onSubmit={(event) => void add(event)}>
      <ErrorSummary errors={errorsBeside(errors, ['body'])} />
      <TextField
        label={m.yourAnswer()}
        rows={2}
        value={body}
        onChange={setBody}
        error={errorFor(errors, 'body')}
        maxLength={5000}
        autoFocus
      />
      <div className={css.acts}>
        <Button type="submit" isPending={isPending}>
          {m.send()}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {m.cancel()}
        </Button>
      </div>
    </form>
  );
}
