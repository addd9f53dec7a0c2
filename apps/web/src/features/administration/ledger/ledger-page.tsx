import { Link, useSearch } from '@tanstack/react-router';
import { localToUtc } from '@turkish/dates';
import { useQuery } from 'urql';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import type { SessionOffice } from '../../../lib/session';
import { EmptyState, Loaded } from '../../../ui/feedback';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { OfficeChoice, useChosenOffice, useIsOperator } from '../chosen-office';
import { NoRight } from '../no-right';
import { ChainCheck } from './chain-check';
import { EntryFields, LedgerEntry } from './ledger-entry';
import { LedgerFilters, type LedgerSearch } from './ledger-filters';

const m = catalogue(
  {
    intro:
      'Birimde kim, ne zaman, hangi yetkiyle ne yaptı? Kayıtlar değiştirilemez: her biri öncekinin özetini taşır. Metinlerin kendisi burada yazmaz.',
    entries: 'Kayıtlar, en yeniden eskiye',
    none: 'Bu birim için henüz kayıt yok.',
    noneFiltered: 'Bu süzgeçlere uyan kayıt yok.',
    clear: 'Süzgeçleri temizle',
    older: 'Daha eski kayıtlar',
    newest: 'En yenilere dön',
    csv: 'CSV olarak indir',
    noRight: 'Kayıtlar size açık değil.',
    noRightText: 'Bir birimin kayıtlarını o birimin basın müdürü okur ve doğrular; işletmen başlıklar olmadan görür.',
  },
  {
    intro:
      'Who did what when in the office, and on what authority. Records cannot be changed: each carries the hash of the one before. The texts themselves are not in here.',
    entries: 'Records, newest first',
    none: 'There is no record of this office yet.',
    noneFiltered: 'No record fits these filters.',
    clear: 'Clear the filters',
    older: 'Older records',
    newest: 'Back to the newest',
    csv: 'Download as CSV',
    noRight: 'The records are not open to you.',
    noRightText:
      'The press director reads and verifies the records of an office; the operator sees them without headlines.',
  },
);

const LedgerQuery = graphql(
  `
    query AdministrationLedger($officeId: ID!, $after: String, $filter: LedgerFilterInput) {
      ledger(officeId: $officeId, first: 30, after: $after, filter: $filter) {
        edges {
          cursor
          node {
            id
            ...LedgerEntryFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      members(officeId: $officeId) {
        id
        user {
          id
          name
        }
      }
    }
  `,
  [EntryFields],
);

/** The audit of an office. */
export function LedgerPage() {
  const office = useChosenOffice();
  if (office === null || !office.viewerCan.includes('VIEW_LEDGER')) {
    return (
      <AdministrationFrame>
        <NoRight title={m.noRight()}>{m.noRightText()}</NoRight>
      </AdministrationFrame>
    );
  }
  return <OfficeLedger key={office.id} office={office} />;
}

function OfficeLedger({ office }: { readonly office: SessionOffice }) {
  const search = useSearch({ from: '/shell/yonetim/kayitlar' });
  const isOperator = useIsOperator();
  const filter = filterOf(search);
  const variables = { officeId: office.id, after: search.imlec ?? null, filter };
  const [result, readAgain] = useQuery({ query: LedgerQuery, variables });
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const people = [...new Map((result.data?.members ?? []).map(({ user }) => [user.id, user])).values()];
  return (
    <AdministrationFrame
      actions={
        isOperator ? undefined : (
          <a href={csvAddress(filter)} download>
            {m.csv()}
          </a>
        )
      }
    >
      <OfficeChoice />
      <p className="quiet">{m.intro()}</p>
      <ChainCheck officeId={office.id} />
      <LedgerFilters search={search} people={people} />
      <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ ledger: { edges, pageInfo } }) => (
          <section className={css.section} aria-labelledby="kayitlar">
            <h2 id="kayitlar" className="visually-hidden">
              {m.entries()}
            </h2>
            {edges.length === 0 ? (
              <EmptyState
                title={isFiltered ? m.noneFiltered() : m.none()}
                action={
                  isFiltered ? (
                    <Link to="/yonetim/kayitlar" search={{ birim: search.birim }}>
                      {m.clear()}
                    </Link>
                  ) : undefined
                }
              />
            ) : (
              <ol className={css.rows}>
                {edges.map(({ node }) => (
                  <LedgerEntry key={node.id} data={node} isOwn={!isOperator} />
                ))}
              </ol>
            )}
            <nav className="row spread" aria-label={m.entries()}>
              {search.imlec === undefined ? null : (
                <Link to="/yonetim/kayitlar" search={{ ...search, imlec: undefined }}>
                  {m.newest()}
                </Link>
              )}
              {pageInfo.hasNextPage ? (
                <Link to="/yonetim/kayitlar" search={{ ...search, imlec: pageInfo.endCursor ?? undefined }}>
                  {m.older()}
                </Link>
              ) : null}
            </nav>
          </section>
        )}
      </Loaded>
    </AdministrationFrame>
  );
}

const midnight = (day: string) => localToUtc(`${day}T00:00`).toISOString();
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function filterOf({ olay, kisi, bas, son, konu }: LedgerSearch) {
  return {
    name: olay ?? null,
    actorId: kisi ?? null,
    subjectId: konu ?? null,
    from: bas === undefined ? null : midnight(bas),
    to: son === undefined ? null : midnight(dayAfter(son)),
  };
}

function csvAddress({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  const span = new URLSearchParams({ ...(from === null ? {} : { bas: from }), ...(to === null ? {} : { son: to }) });
  return span.size === 0 ? '/denetim.csv' : `/denetim.csv?${span.toString()}`;
}
