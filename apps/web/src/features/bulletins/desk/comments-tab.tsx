import { sectionWords } from '../../../lib/bulletin-words';
import { useEffect, useRef, useState } from 'react';
import { formatNear } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { EmptyState, Loaded } from '../../../ui/feedback';
import { OfficeBadge } from '../../../ui/mark';
import { CommentForm } from './comment-form';
import { CommentsQuery, ResolveComment, threadsOf, type DeskComment, type Thread } from './comments-query';
import { may } from './desk-bulletin';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';

import { jumpToSection } from './jump';
import { useOpenTab } from './use-open-tab';
import { useDeskSearch } from './use-desk-search';
import { useIsWide } from './use-is-wide';
import { useMayClose } from './use-may-close';
import css from './comments-tab.module.css';

const m = catalogue(
  {
    none: 'Henüz yorum yok',
    noneText: 'Metinde bir yeri seçip yorum yazın ya da buradan bültenin tümü için yazın.',
    section: 'Bölüm: {section}',
    goneSection: 'Bölüm çıkarıldı',
    whole: 'Bültenin tümü',
    jump: 'Metinde göster',
    reply: 'Yanıtla',
    resolve: 'Yorumu kapat',
    resolved: 'Kapatıldı',
    show: 'Kapatılanı göster',
    edited: '(düzenlendi)',
    new: 'Yorum yaz',
    closed: 'Bu durumda yorum yazılamaz; yorumlar okunur kalır.',
  },
  {
    none: 'No comments yet',
    noneText: 'Select words in the text and comment, or write here about the whole bulletin.',
    section: 'Part: {section}',
    goneSection: 'The part was removed',
    whole: 'The whole bulletin',
    jump: 'Show in the text',
    reply: 'Reply',
    resolve: 'Close thread',
    resolved: 'Closed',
    show: 'Show closed thread',
    edited: '(edited)',
    new: 'Write a comment',
    closed: 'No comments in this state; they stay readable.',
  },
);

/** How many threads are open; for the badge of the tab. */
export function useOpenThreadCount(id: string): number {
  const [{ data }] = useDeskQuery(CommentsQuery, { id });
  return threadsOf(data?.bulletinComments ?? []).filter(({ first }) => first.resolvedAt === null).length;
}

/** Remarks in threads: read, answer, close, and go to the place they are about. */
export function CommentsTab() {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(CommentsQuery, { id: bulletin.id });
  const readAgain = () => read({ requestPolicy: 'network-only' });
  return (
    <div className="stack">
      {may(bulletin, 'COMMENT') ? (
        <CommentForm label={m.new()} onSent={readAgain} />
      ) : (
        <p className="quiet small">{m.closed()}</p>
      )}
      <Loaded result={result} onRetry={readAgain}>
        {({ bulletinComments }) =>
          bulletinComments.length === 0 ? (
            <EmptyState title={m.none()}>{m.noneText()}</EmptyState>
          ) : (
            <ul className={css.threads}>
              {threadsOf(bulletinComments).map((thread) => (
                <ThreadView key={thread.first.id} thread={thread} onChanged={readAgain} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

interface ThreadViewProps {
  readonly thread: Thread;
  readonly onChanged: () => void;
}

/** One thread; the one that the address names is in sight and marked. */
function ThreadView({ thread: { first, answers }, onChanged }: ThreadViewProps) {
  const [{ yorum }] = useDeskSearch();
  const isNamed = yorum !== undefined && [first, ...answers].some(({ id }) => id === yorum);
  const [isFolded, setIsFolded] = useState(first.resolvedAt !== null && !isNamed);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isNamed]);
  if (isFolded) {
    return (
      <li className={css.folded}>
        <span className="quiet small">
          {m.resolved()}: {first.body.slice(0, 60)}
        </span>
        <Button look="quiet" onPress={() => setIsFolded(false)}>
          {m.show()}
        </Button>
      </li>
    );
  }
  return (
    <li className={css.thread} data-named={isNamed || undefined} ref={place}>
      <Place comment={first} />
      {first.quotedText === null ? null : <blockquote className={css.quoted}>{first.quotedText}</blockquote>}
      {[first, ...answers].map((comment) => (
        <CommentView key={comment.id} comment={comment} />
      ))}
      <ThreadActs first={first} onChanged={onChanged} />
    </li>
  );
}

/** What the thread is about, and the way there. */
function Place({ comment: { sectionId } }: { readonly comment: DeskComment }) {
  const { bulletin } = useDesk();
  const openTab = useOpenTab();
  const isWide = useIsWide();
  if (sectionId === null) return <p className="quiet small">{m.whole()}</p>;
  const section = bulletin.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return <p className="quiet small">{m.goneSection()}</p>;
  const jump = () => {
    if (!isWide) openTab('metin');
    setTimeout(() => jumpToSection(sectionId), isWide ? 0 : 300);
  };
  return (
    <p className={css.place}>
      <span className="quiet small">{m.section({ section: sentenceOf(sectionWords, section.kind) })}</span>
      <Button look="quiet" onPress={jump}>
        {m.jump()}
      </Button>
    </p>
  );
}

function CommentView({ comment: { author, office, body, createdAt, editedAt } }: { readonly comment: DeskComment }) {
  const look = useOfficeLook();
  return (
    <article className={css.comment}>
      <p className={css.by}>
        <OfficeBadge office={look(office)} />
        <strong>{author.name}</strong>
        <span className="quiet small">
          <time dateTime={createdAt}>{formatNear(createdAt)}</time> {editedAt === null ? null : m.edited()}
        </span>
      </p>
      <p className={css.body}>{body}</p>
    </article>
  );
}

function ThreadActs({ first, onChanged }: { readonly first: DeskComment; readonly onChanged: () => void }) {
  const { bulletin, run, isRunning } = useDesk();
  const mayClose = useMayClose(first);
  const [isReplying, setIsReplying] = useState(false);
  if (first.resolvedAt !== null) return <p className="quiet small">{m.resolved()}</p>;
  const resolve = async () => {
    await run(ResolveComment, { id: bulletin.id, commentId: first.id });
    onChanged();
  };
  if (isReplying) {
    const sent = () => {
      setIsReplying(false);
      onChanged();
    };
    return <CommentForm label={m.reply()} threadId={first.id} onSent={sent} onCancel={() => setIsReplying(false)} />;
  }
  return (
    <p className="row">
      {may(bulletin, 'COMMENT') ? (
        <Button look="quiet" onPress={() => setIsReplying(true)}>
          {m.reply()}
        </Button>
      ) : null}
      {mayClose ? (
        <Button look="quiet" isPending={isRunning} onPress={() => void resolve()}>
          {m.resolve()}
        </Button>
      ) : null}
    </p>
  );
}
