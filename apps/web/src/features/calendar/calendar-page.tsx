import { useNavigate } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useQuery } from 'urql';
import { useKeptFresh } from '../../lib/live';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useShortcut } from '../../lib/shortcuts';
import { Button, LinkButton } from '../../ui/button';
import { EmptyState, Loaded, Skeleton } from '../../ui/feedback';
import { Keys } from '../../ui/keys';
import { Page } from '../../ui/page';
import { AgendaView } from './agenda-view';
import { periodOf, type Period } from './calendar-days';
import { CalendarFilters } from './calendar-filters';
import { CalendarHead } from './calendar-head';
import css from './calendar-page.module.css';
import { newEventHref, useCalendarSearch, useLocalNow, type CalendarPlace } from './calendar-search';
import { ClashList } from './clash-list';
import { MonthView } from './month-view';
import { itemOf, OccurrencesQuery, specialDaysOf } from './occurrences-query';
import type { ResultOf } from '../../lib/graphql';
import { OfficePatterns } from './office-bar';
import { OfficeView } from './office-view';
import type { ViewProps } from './view-props';
import { WeekView } from './week-view';

const m = catalogue(
  {
    title: 'Takvim',
    add: 'Etkinlik ekle',
    subscribe: 'Takvime abone ol',
    nothing: 'Bu dönemde etkinlik yok',
    nothingText: 'Eklenen etkinlikler burada görünür.',
    nothingFound: 'Süzgece uyan etkinlik yok',
    clear: 'Süzgeçleri temizle',
  },
  {
    title: 'Calendar',
    add: 'Add an event',
    subscribe: 'Subscribe',
    nothing: 'No events in this period',
    nothingText: 'Events appear here once they are added.',
    nothingFound: 'No event matches the filters',
    clear: 'Clear the filters',
  },
);

const writers: readonly (string | null)[] = ['EDITOR', 'DEPARTMENT_HEAD', 'PRESS_DIRECTOR'];

/** A new event begins at ten, or today with the next full hour. */
function useStartOn(): (day: string) => string {
  const { today, time } = useLocalNow();
  return (day) => {
    const next = Number(time.slice(0, 2)) + 1;
    const hour = day === today && next > 10 ? Math.min(next, 23) : 10;
    return `${day}T${String(hour).padStart(2, '0')}:00`;
  };
}

/** The joint calendar of all offices: month, week, agenda, rows of offices. What is shown stands in the address. */
export function CalendarPage() {
  const place = useCalendarSearch();
  const { viewer } = useSession();
  const navigate = useNavigate();
  const startOn = useStartOn();
  const mayWrite = viewer.office !== null && writers.includes(viewer.role);
  const period = periodOf(place.view, place.day);
  const [result, readAgain] = useQuery({
    query: OccurrencesQuery,
    variables: { ...period, filter: place.filter },
  });
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  useKeptFresh(refresh);
  const newHref = newEventHref(startOn(place.day));
  useShortcut('N', mayWrite ? m.add() : '', () => void navigate({ href: newHref }));
  const titleId = useId();
  return (
    <OfficePatterns>
      <Page
        title={m.title()}
        actions={
          <>
            <LinkButton href="/takvim/abonelik">{m.subscribe()}</LinkButton>
            {mayWrite ? (
              <LinkButton look="primary" href={newHref} aria-keyshortcuts="N">
                <IconPlus size={20} aria-hidden /> {m.add()}{' '}
                <span className={css.keys} aria-hidden>
                  <Keys keys="N" />
                </span>
              </LinkButton>
            ) : null}
          </>
        }
      >
        <div className={css.calendar} aria-busy={result.fetching}>
          <CalendarHead place={place} period={period} titleId={titleId} />
          <CalendarFilters place={place} />
          <Loaded result={result} onRetry={refresh} skeleton={<Skeleton lines={12} />}>
            {(data) => (
              <Shown
                data={data}
                place={place}
                period={period}
                titleId={titleId}
                mayWrite={mayWrite}
                startOn={startOn}
              />
            )}
          </Loaded>
        </div>
      </Page>
    </OfficePatterns>
  );
}

interface ShownProps extends Pick<ViewProps, 'mayWrite' | 'startOn'> {
  readonly data: ResultOf<typeof OccurrencesQuery>;
  readonly place: CalendarPlace;
  readonly period: Period;
  readonly titleId: string;
}

function Shown({ data, place, period, titleId, mayWrite, startOn }: ShownProps) {
  const { view, search, day, today, isNarrow, change } = place;
  const items = data.calendarOccurrences.map(itemOf);
  const props: ViewProps = {
    items,
    special: specialDaysOf(data.calendarDays),
    search,
    day,
    today,
    isNarrow,
    mayWrite,
    startOn,
    onDay: (tarih) => change({ tarih }, false),
    onAgenda: (tarih) => change({ gorunum: 'ajanda', tarih }),
  };
  return (
    <>
      {items.length === 0 ? <Nothing place={place} /> : null}
      <div className={css.view}>
        {view === 'ay' ? <MonthView {...props} period={period} labelledBy={titleId} /> : null}
        {view === 'hafta' && !isNarrow ? <WeekView key={period.from} {...props} period={period} /> : null}
        {view === 'ajanda' || (view === 'hafta' && isNarrow) ? <AgendaView {...props} period={period} /> : null}
        {view === 'birimler' ? (
          <OfficeView {...props} period={period} officeIds={place.chosenOffices.map(({ id }) => id)} />
        ) : null}
      </div>
      {view === 'ajanda' || isNarrow ? null : <ClashList items={items} />}
    </>
  );
}

function Nothing({ place: { view, filter, change } }: { readonly place: CalendarPlace }) {
  const clear = () => change({ birim: undefined, tur: undefined, ara: undefined });
  if (view !== 'ajanda') {
    return <p className={css.nothing}>{filter === null ? m.nothing() : m.nothingFound()}</p>;
  }
  return filter === null ? (
    <EmptyState title={m.nothing()}>{m.nothingText()}</EmptyState>
  ) : (
    <EmptyState title={m.nothingFound()} action={<Button onPress={clear}>{m.clear()}</Button>} />
  );
}
