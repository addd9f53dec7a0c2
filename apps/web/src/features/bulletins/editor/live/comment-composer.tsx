import { useState } from 'react';
import { catalogue } from '../../../../lib/messages';
import { Button } from '../../../../ui/button';
import { CommentWords } from '../../desk/comment-words';
import { useComment } from '../../desk/use-comment';
import type { EditorActs } from './editor-acts';
import css from './margin.module.css';

const m = catalogue(
  { title: 'Yeni yorum', body: 'Yorumunuz', add: 'Yorum ekle', cancel: 'Vazgeç' },
  { title: 'New comment', body: 'Your comment', add: 'Add comment', cancel: 'Cancel' },
);

interface CommentComposerProps {
  readonly sectionId: string;
  readonly acts: EditorActs;
  readonly onDone: () => void;
}

/** A remark on the selected words. The server keeps it first, then its words are marked. */
export function CommentComposer({ sectionId, acts, onDone }: CommentComposerProps) {
  const [quotedText] = useState(() => acts.quoted());
  const comment = useComment();
  const add = async () => {
    const anchorId = acts.writing.suggester.newId();
    if (!(await comment.send({ sectionId, anchorId, quotedText }))) return;
    acts.anchorComment(anchorId);
    acts.stopAsking();
    onDone();
  };
  return (
    <form
      className={css.card}
      aria-label={m.title()}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={({ key }) => (key === 'Escape' ? acts.stopAsking() : undefined)}
    >
      <blockquote className={css.quote}>{quotedText}</blockquote>
      <CommentWords label={m.body()} comment={comment} rows={3} autoFocus />
      <div className={css.acts}>
        <Button look="primary" type="submit" isPending={comment.isPending}>
          {m.add()}
        </Button>
        <Button look="quiet" onPress={acts.stopAsking}>
          {m.cancel()}
        </Button>
      </div>
    </form>
  );
}
