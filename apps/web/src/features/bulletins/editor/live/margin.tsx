import type { Editor } from '@tiptap/react';
import { useState, useSyncExternalStore } from 'react';
import type { WritingMode } from '@domain/text/draft-change';
import type { DraftReading } from '@domain/text/draft-change';
import { catalogue } from '../../../../lib/messages';
import { CommentsQuery, threadAt } from '../../desk/comments-query';
import { useDeskQuery } from '../../desk/desk-live';
import { CommentComposer } from './comment-composer';
import { CommentThread } from './comment-thread';
import { goToMarked, type EditorActs } from './editor-acts';
import { highlight } from './highlight';
import { useAuthorNames } from './suggestion-authors';
import { SuggestionCard } from './suggestion-card';
import { OfficeDecision } from './office-decision';
import css from './margin.module.css';

const m = catalogue(
  { margin: 'Öneriler ve yorumlar', all: 'Tümünü göster ({count})' },
  { margin: 'Suggestions and comments', all: 'Show all ({count})' },
);

interface MarginProps {
  readonly editor: Editor;
  readonly acts: EditorActs;
  readonly reading: DraftReading;
  readonly mode: WritingMode;
  readonly bulletinId: string;
  readonly sectionId: string;
  /** The suggestion or thread that the caret stands in. */
  readonly activeId: string | null;
  readonly onActive: (id: string | null) => void;
}

const shownAtFirst = 20;

/** What is proposed, and the thread that the caret stands in: beside the text, or below it where there is little room. */
export function Margin(props: MarginProps) {
  const { editor, acts, reading, mode, bulletinId, sectionId, activeId, onActive } = props;
  const asked = useSyncExternalStore(acts.subscribe, acts.look);
  const [isAll, setIsAll] = useState(false);
  const [{ data }, readAgain] = useDeskQuery(CommentsQuery, { id: bulletinId });
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  const thread = threadAt(data?.bulletinComments ?? [], sectionId, activeId);
  const { suggestions } = reading;
  const place = { bulletinId, sectionId };
  const nameOf = useAuthorNames(place, suggestions);
  const isAsked = asked === 'comment';
  if (suggestions.length === 0 && thread === null && !isAsked) return null;
  const shown = isAll ? suggestions : suggestions.slice(0, shownAtFirst);
  const cardActs = (id: string) => ({
    isActive: id === activeId,
    onGo: () => {
      goToMarked(editor, id);
      onActive(id);
    },
    onHover: (isOver: boolean) => highlight(editor, isOver ? id : null),
  });
  return (
    <aside className={`${css.margin} no-print`} aria-label={m.margin()}>
      {isAsked ? <CommentComposer sectionId={sectionId} acts={acts} onDone={refresh} /> : null}
      <OfficeDecision {...place} suggestions={suggestions} mode={mode} />
      {shown.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          {...place}
          suggestion={suggestion}
          who={nameOf(suggestion.userId)}
          mode={mode}
          {...cardActs(suggestion.id)}
        />
      ))}
      {suggestions.length > shown.length ? (
        <button type="button" className={css.more} onClick={() => setIsAll(true)}>
          {m.all({ count: suggestions.length })}
        </button>
      ) : null}
      {thread === null ? null : (
        <CommentThread
          key={thread.first.id}
          bulletinId={bulletinId}
          thread={thread}
          onChanged={refresh}
          {...cardActs(thread.first.anchorId ?? '')}
        />
      )}
    </aside>
  );
}
