import type { Suggestion } from '@domain/text/draft';
import { WritingMode } from '@domain/text/draft-change';
import { catalogue } from '../../../../lib/messages';
import { useSession } from '../../../../lib/session';
import { useAct } from '../../../../lib/use-act';
import { Button } from '../../../../ui/button';
import { ErrorSummary } from '../../../../ui/feedback';
import { Byline, Card, type CardActs } from './card';
import { DecideSuggestions } from './suggestions';
import css from './margin.module.css';

const m = catalogue(
  {
    suggestion: 'Öneri: {who}',
    insert: 'Ekle:',
    remove: 'Çıkar:',
    paragraphs: 'Paragraf düzeni',
    go: 'Metinde göster',
    accept: 'Kabul et',
    reject: 'Reddet',
    takeBack: 'Önerimi geri çek',
  },
  {
    suggestion: 'Suggestion: {who}',
    insert: 'Add:',
    remove: 'Remove:',
    paragraphs: 'Paragraphs',
    go: 'Show in the text',
    accept: 'Accept',
    reject: 'Reject',
    takeBack: 'Take my suggestion back',
  },
);

interface SuggestionCardProps extends CardActs {
  readonly suggestion: Suggestion;
  /** Its author, as the server names them. */
  readonly who: string;
  readonly mode: WritingMode;
  readonly bulletinId: string;
  readonly sectionId: string;
}

/** One suggestion: who, when and what; who edits the text decides, its author may take it back. */
export function SuggestionCard({ suggestion, who, mode, bulletinId, sectionId, ...acts }: SuggestionCardProps) {
  const { run, isPending, errors } = useAct(DecideSuggestions);
  const { viewer } = useSession();
  const isOwn = suggestion.userId === viewer.user.id;
  const decide = (decision: 'ACCEPTED' | 'REJECTED') => () =>
    void run({ id: bulletinId, sectionId, input: { suggestionIds: [suggestion.id], decision } });
  return (
    <Card kind="suggestion" label={m.suggestion({ who })} {...acts}>
      <Byline name={who} officeId={suggestion.officeId} at={suggestion.at} />
      <button type="button" className={css.words} onClick={acts.onGo}>
        <span className="visually-hidden">{m.go()} </span>
        <Proposed suggestion={suggestion} />
      </button>
      <div className={css.acts}>
        {mode === WritingMode.EDIT ? (
          <>
            <Button isPending={isPending} onPress={decide('ACCEPTED')}>
              {m.accept()}
            </Button>
            <Button look="quiet" isPending={isPending} onPress={decide('REJECTED')}>
              {m.reject()}
            </Button>
          </>
        ) : isOwn && mode === WritingMode.SUGGEST ? (
          <Button look="quiet" isPending={isPending} onPress={decide('REJECTED')}>
            {m.takeBack()}
          </Button>
        ) : null}
      </div>
      <ErrorSummary errors={errors} />
    </Card>
  );
}

/** Line breaks stand for paragraphs here. */
const shown = (words: string): string => words.trim().replaceAll(/\n+/g, ' ¶ ').slice(0, 300);

function Proposed({ suggestion: { inserted, deleted } }: { readonly suggestion: Suggestion }) {
  const [added, removed] = [shown(inserted), shown(deleted)];
  if (added === '' && removed === '') return <span>¶ {m.paragraphs()}</span>;
  return (
    <>
      {removed === '' ? null : (
        <span>
          {m.remove()} <del className={css.removed}>{removed}</del>
        </span>
      )}
      {added === '' ? null : (
        <span>
          {m.insert()} <ins className={css.added}>{added}</ins>
        </span>
      )}
    </>
  );
}
