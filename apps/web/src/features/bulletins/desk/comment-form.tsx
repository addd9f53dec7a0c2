import { catalogue } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { CommentWords } from './comment-words';
import { useComment } from './use-comment';
import css from './comment-form.module.css';

const m = catalogue({ send: 'Gönder', cancel: 'Vazgeç' }, { send: 'Send', cancel: 'Cancel' });

interface CommentFormProps {
  readonly label: string;
  /** Set for an answer. */
  readonly threadId?: string;
  readonly onSent: () => void;
  readonly onCancel?: () => void;
}

/** Writes a remark about the whole bulletin, or an answer in a thread. */
export function CommentForm({ label, threadId, onSent, onCancel }: CommentFormProps) {
  const comment = useComment();
  const send = async () => {
    if (await comment.send({ threadId })) onSent();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <CommentWords label={label} comment={comment} rows={2} autoFocus={threadId !== undefined} />
      {comment.body === '' && onCancel === undefined ? null : (
        <div className="row">
          <Button type="submit" isPending={comment.isPending}>
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
