import type { Suggestion } from '@domain/text/draft';
import { WritingMode } from '@domain/text/draft-change';
import { catalogue } from '../../../../lib/messages';
import { useOfficeLook, useSession } from '../../../../lib/session';
import { useAct } from '../../../../lib/use-act';
import { Button } from '../../../../ui/button';
import { ErrorSummary } from '../../../../ui/feedback';
import { OfficeBadge } from '../../../../ui/mark';
import { DecideSuggestions } from './suggestions';
import css from './margin.module.css';

const m = catalogue(
  {
    count: '{count} öneri',
    accept: 'Bu birimin önerilerini kabul et',
    reject: 'Bu birimin önerilerini reddet',
    acceptShort: 'Tümünü kabul et',
    rejectShort: 'Tümünü reddet',
  },
  {
    count: '{count} suggestions',
    accept: 'Accept this office’s suggestions',
    reject: 'Reject this office’s suggestions',
    acceptShort: 'Accept all',
    rejectShort: 'Reject all',
  },
);

const mostAtOnce = 100;

interface OfficeDecisionProps {
  readonly suggestions: readonly Suggestion[];
  readonly mode: WritingMode;
  readonly bulletinId: string;
  readonly sectionId: string;
}

/** All suggestions of one office at once, where it has made several. */
export function OfficeDecision({ suggestions, mode, bulletinId, sectionId }: OfficeDecisionProps) {
  const { offices } = useSession();
  const look = useOfficeLook();
  const { run, isPending, errors } = useAct(DecideSuggestions);
  if (mode !== WritingMode.EDIT) return null;
  const several = offices
    .map((office) => ({
      office,
      ids: suggestions.filter(({ officeId }) => officeId === office.id).map(({ id }) => id),
    }))
    .filter(({ ids }) => ids.length > 1);
  const decide = (ids: readonly string[], decision: 'ACCEPTED' | 'REJECTED') =>
    void run({ id: bulletinId, sectionId, input: { suggestionIds: ids.slice(0, mostAtOnce), decision } });
  return (
    <>
      {several.map(({ office, ids }) => (
        <div key={office.id} className={`${css.office} ${css.suggestion}`}>
          <span className={css.byline}>
            <OfficeBadge office={look(office)} /> {m.count({ count: ids.length })}
          </span>
          <div className={css.acts}>
            <Button aria-label={m.accept()} isPending={isPending} onPress={() => decide(ids, 'ACCEPTED')}>
              {m.acceptShort()}
            </Button>
            <Button look="quiet" aria-label={m.reject()} isPending={isPending} onPress={() => decide(ids, 'REJECTED')}>
              {m.rejectShort()}
            </Button>
          </div>
        </div>
      ))}
      <ErrorSummary errors={errors} />
    </>
  );
}
