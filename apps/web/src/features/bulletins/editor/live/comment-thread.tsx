import { useState } from 'react';
import { catalogue } from '../../../../lib/messages';
import { useAct } from '../../../../lib/use-act';
import { Button } from '../../../../ui/button';
import { ErrorSummary } from '../../../../ui/feedback';
import { CommentForm } from '../../desk/comment-form';
import { ResolveComment, type DeskComment, type Thread } from '../../desk/comments-query';
import { useMayClose } from '../../desk/use-may-close';
import { Byline, Card, type CardActs } from './card';
import css from './margin.module.css';

const m = catalogue(
  {
    thread: 'Yorum: {who}',
    go: 'Metinde göster',
    answer: 'Yanıtla',
    yourAnswer: 'Yanıtınız',
    resolve: 'Yorumu kapat',
  },
  {
    thread: 'Comment: {who}',
    go: 'Show in the text',
    answer: 'Answer',
    yourAnswer: 'Your answer',
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
  const mayClose = useMayClose(first);
  const resolve = async () => {
    const { isDone } = await run({ id: bulletinId, commentId: first.id });
    if (isDone) onChanged();
  };
  const answered = () => {
    setIsAnswering(false);
    onChanged();
  };
  return (
    <Card kind="thread" label={m.thread({ who: first.author.name })} {...acts}>
      <Quotation first={first} onGo={acts.onGo} />
      {[first, ...answers].map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
      <ErrorSummary errors={errors} />
      {isAnswering ? (
        <CommentForm
          label={m.yourAnswer()}
          threadId={first.id}
          onSent={answered}
          onCancel={() => setIsAnswering(false)}
        />
      ) : (
        <div className={css.acts}>
          <Button look="quiet" onPress={() => setIsAnswering(true)}>
            {m.answer()}
          </Button>
          {mayClose ? (
            <Button look="quiet" isPending={isPending} onPress={() => void resolve()}>
              {m.resolve()}
            </Button>
          ) : null}
        </div>
      )}
    </Card>
  );
}

/** The words as they were when the remark was made. */
function Quotation({ first: { quotedText }, onGo }: { readonly first: DeskComment; readonly onGo: () => void }) {
  if (quotedText === null || quotedText === '') return null;
  return (
    <button type="button" className={css.words} onClick={onGo}>
      <span className="visually-hidden">{m.go()} </span>
      <q className={css.quote}>{quotedText}</q>
    </button>
  );
}

function Said({ comment }: { readonly comment: DeskComment }) {
  return (
    <div>
      <Byline name={comment.author.name} officeId={comment.office.id} at={comment.createdAt} />
      <p className={css.said}>{comment.body}</p>
    </div>
  );
}
