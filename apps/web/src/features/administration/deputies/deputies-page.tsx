import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import type { SessionOffice } from '../../../lib/session';
import { EmptyState, Loaded } from '../../../ui/feedback';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { OfficeChoice, useChosenOffice } from '../chosen-office';
import { NoRight } from '../no-right';
import { DeputyFields, DeputyRow } from './deputy-row';
import { GrantDeputyship } from './grant-deputyship';

const m = catalogue(
  {
    intro:
      'Basın müdürü, yokluğunda birim adına kimin olur vereceğini gün ve saatle belirler. Vekil kendi adıyla, vekâleten imzalar; en çok 180 gün.',
    now: 'Süren ve gelecek vekâletler',
    past: 'Geçmiş vekâletler: {count}',
    none: 'Süren bir vekâlet yok.',
    noneText: 'İzne çıkmadan önce birini vekil yaparsanız olurlar sizi beklemez.',
    noneOther: 'Vekili yalnız basın müdürü belirler.',
    noRight: 'Bu birimin vekâletleri size açık değil.',
    noRightText: 'Vekâletleri yalnız birimin çalışanları ve platform işletmeni görür.',
  },
  {
    intro:
      'The press director names who signs for the office in their absence, by date and time, for at most 180 days. The deputy signs in their own name, as deputy.',
    now: 'Running and coming',
    past: 'Past: {count}',
    none: 'There is no deputy at present.',
    noneText: 'Name one before you leave, and signatures do not wait for you.',
    noneOther: 'Only the press director names a deputy.',
    noRight: 'The deputies of this office are not open to you.',
    noRightText: 'Only its own people and the operator see them.',
  },
);

const DeputiesQuery = graphql(
  `
    query AdministrationDeputies($officeId: ID!) {
      deputyships(officeId: $officeId) {
        id
        revokedAt
        validUntil
        ...DeputyFields
      }
      members(officeId: $officeId) {
        id
        isCurrent
        title
        user {
          id
          name
          isSuspended
        }
      }
    }
  `,
  [DeputyFields],
);

/** Who signs in the press director's place, and when. */
export function DeputiesPage() {
  const office = useChosenOffice();
  if (office === null || !office.viewerCan.includes('VIEW_MEMBERS')) {
    return (
      <AdministrationFrame>
        <NoRight title={m.noRight()}>{m.noRightText()}</NoRight>
      </AdministrationFrame>
    );
  }
  return <Deputies key={office.id} office={office} />;
}

function Deputies({ office }: { readonly office: SessionOffice }) {
  const [result, readAgain] = useQuery({ query: DeputiesQuery, variables: { officeId: office.id } });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  const isNaming = office.viewerCan.includes('NAME_DEPUTY');
  return (
    <AdministrationFrame
      actions={isNaming ? <GrantDeputyship members={result.data?.members ?? []} onDone={again} /> : undefined}
    >
      <OfficeChoice />
      <p className="quiet">{m.intro()}</p>
      <Loaded result={result} onRetry={again}>
        {({ deputyships }) => <DeputyLists deputyships={deputyships} mayEnd={isNaming} onDone={again} />}
      </Loaded>
    </AdministrationFrame>
  );
}

interface DeputyListsProps {
  readonly deputyships: ResultOf<typeof DeputiesQuery>['deputyships'];
  readonly mayEnd: boolean;
  readonly onDone: () => void;
}

function DeputyLists({ deputyships, mayEnd, onDone }: DeputyListsProps) {
  const isOver = ({ revokedAt, validUntil }: (typeof deputyships)[number]) =>
    revokedAt !== null || Date.parse(validUntil) <= Date.now();
  const past = deputyships.filter(isOver);
  const open = deputyships.filter((deputyship) => !isOver(deputyship));
  return (
    <div className="stack">
      <section className={css.section} aria-labelledby="vekaletler">
        <h2 id="vekaletler">{m.now()}</h2>
        {open.length === 0 ? (
          <EmptyState title={m.none()}>{mayEnd ? m.noneText() : m.noneOther()}</EmptyState>
        ) : (
          <ul className={css.rows}>
            {open.map((deputyship) => (
              <DeputyRow key={deputyship.id} data={deputyship} isOpen mayEnd={mayEnd} onDone={onDone} />
            ))}
          </ul>
        )}
      </section>
      {past.length === 0 ? null : (
        <details className={css.fold}>
          <summary>{m.past({ count: past.length })}</summary>
          <ul className={css.rows}>
            {past.map((deputyship) => (
              <DeputyRow key={deputyship.id} data={deputyship} isOpen={false} mayEnd={false} onDone={onDone} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
