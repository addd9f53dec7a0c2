import { Link } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { catalogue } from '../../lib/messages';
import { useShortcut } from '../../lib/shortcuts';
import { Button, IconButton } from '../../ui/button';
import tabs from '../../ui/tabs.module.css';
import { stepped, type CalendarView, type Period } from './calendar-days';
import css from './calendar-page.module.css';
import type { CalendarPlace } from './calendar-search';
import { periodWords } from './day-words';

const m = catalogue(
  {
    before: 'Önceki dönem',
    after: 'Sonraki dönem',
    today: 'Bugün',
    toToday: 'Bugüne dön',
    views: 'Görünüm',
    ay: 'Ay',
    hafta: 'Hafta',
    ajanda: 'Ajanda',
    birimler: 'Birimler',
    toMonth: 'Ay görünümü',
    toWeek: 'Hafta görünümü',
    toAgenda: 'Ajanda görünümü',
    toOffices: 'Birimler görünümü',
  },
  {
    before: 'Previous period',
    after: 'Next period',
    today: 'Today',
    toToday: 'Back to today',
    views: 'View',
    ay: 'Month',
    hafta: 'Week',
    ajanda: 'Agenda',
    birimler: 'Offices',
    toMonth: 'Month view',
    toWeek: 'Week view',
    toAgenda: 'Agenda view',
    toOffices: 'Offices view',
  },
);

const views: readonly CalendarView[] = ['ay', 'hafta', 'ajanda', 'birimler'];

interface CalendarHeadProps {
  readonly place: CalendarPlace;
  readonly period: Period;
  readonly titleId: string;
}

/** Which period is shown, the ways to its neighbours, to today and to the other views; all have keys. */
export function CalendarHead({ place, period, titleId }: CalendarHeadProps) {
  const { view, day, search, change } = place;
  const step = (by: 1 | -1) => change({ tarih: stepped(view, day, by) });
  const toToday = () => change({ tarih: undefined });
  const show = (gorunum: CalendarView) => change({ gorunum });
  useShortcut('1', m.toMonth(), () => show('ay'));
  useShortcut('2', m.toWeek(), () => show('hafta'));
  useShortcut('3', m.toAgenda(), () => show('ajanda'));
  useShortcut('4', m.toOffices(), () => show('birimler'));
  useShortcut('B', m.toToday(), toToday);
  useShortcut('ArrowLeft', m.before(), () => step(-1));
  useShortcut('ArrowRight', m.after(), () => step(1));
  return (
    <div className={css.head}>
      <div className={css.period}>
        <IconButton label={m.before()} aria-keyshortcuts="ArrowLeft" className="no-print" onPress={() => step(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </IconButton>
        <h2 id={titleId} className={css.title} aria-live="polite">
          {periodWords(view, day, period)}
        </h2>
        <IconButton label={m.after()} aria-keyshortcuts="ArrowRight" className="no-print" onPress={() => step(1)}>
          <IconChevronRight size={20} aria-hidden />
        </IconButton>
        <Button className="no-print" aria-keyshortcuts="B" onPress={toToday}>
          {m.today()}
        </Button>
      </div>
      <nav aria-label={m.views()} className={`${tabs.list} no-print`}>
        {views.map((each, index) => (
          <Link
            key={each}
            to="/takvim"
            search={{ ...search, gorunum: each }}
            className={tabs.tab}
            aria-current={each === view ? 'page' : undefined}
            aria-keyshortcuts={String(index + 1)}
            activeProps={{}}
          >
            {m[each]()}
          </Link>
        ))}
      </nav>
    </div>
  );
}
