import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { AgendaRow } from './agenda-row';
import agenda from './agenda-view.module.css';
import { itemsOn } from './agenda-view';
import { daysOf, type Period } from './calendar-days';
import { dayWords, shortWeekday } from './day-words';
import { EventChip } from './event-chip';
import { officesOf, type Item } from './occurrences-query';
import { OfficeBar } from './office-bar';
import css from './office-view.module.css';
import { SpecialDays } from './special-days';
import type { ViewProps } from './view-props';

const m = catalogue(
  {
    caption: 'Birimlerin haftası',
    office: 'Birim',
    busy: 'Meşgul saatler',
    busyHint: 'Başka birimlerin gizli etkinlikleri',
    none: 'Bu hafta etkinlik yok.',
  },
  {
    caption: 'The week of the offices',
    office: 'Office',
    busy: 'Busy hours',
    busyHint: 'Confidential events of other offices',
    none: 'No events this week.',
  },
);

interface OfficeViewProps extends ViewProps {
  readonly period: Period;
  /** Ids of the offices shown; empty: all. */
  readonly officeIds: readonly string[];
}

/** One row for each office: what it leads or prepares with others, day by day. */
export function OfficeView({ officeIds, ...props }: OfficeViewProps) {
  const { offices } = useSession();
  const shown = offices
    .filter(({ id, state }) => (officeIds.length === 0 ? state === 'ACTIVE' : officeIds.includes(id)))
    .toSorted((one, other) => one.protocolOrder - other.protocolOrder);
  const rows = shown.map((office) => ({
    office,
    items: props.items.filter(
      ({ occurrence: { event } }) => event !== null && officesOf(event).some(({ id }) => id === office.id),
    ),
  }));
  const busy = props.items.filter(({ occurrence }) => occurrence.event === null);
  return props.isNarrow ? (
    <OfficeList {...props} rows={rows} busy={busy} />
  ) : (
    <OfficeTable {...props} rows={rows} busy={busy} />
  );
}

interface RowsProps extends ViewProps {
  readonly period: Period;
  readonly rows: readonly {
    readonly office: {
      readonly id: string;
      readonly name: string;
      readonly shortCode: string;
      readonly colour: string;
    };
    readonly items: readonly Item[];
  }[];
  readonly busy: readonly Item[];
}

function OfficeTable({ period, rows, busy, special, today }: RowsProps) {
  const days = daysOf(period);
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{m.caption()}</caption>
      <thead>
        <tr>
          <th scope="col" className={css.corner}>
            {m.office()}
          </th>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === today || undefined} className={css.date}>
              <span aria-hidden>
                {shortWeekday(day)} {Number(day.slice(8))}
              </span>
              <span className="visually-hidden">{dayWords(day)}</span>
              <span className={css.special}>
                <SpecialDays days={special.get(day)} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ office, items }) => (
          <tr key={office.id}>
            <th scope="row" className={css.office}>
              <OfficeBar office={office} />
              {office.shortCode} <span className={css.name}>{office.name}</span>
            </th>
            <Cells days={days} items={items} period={period} today={today} />
          </tr>
        ))}
        {busy.length === 0 ? null : (
          <tr>
            <th scope="row" className={css.office}>
              {m.busy()} <span className={css.name}>{m.busyHint()}</span>
            </th>
            <Cells days={days} items={busy} period={period} today={today} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface CellsProps {
  readonly days: readonly string[];
  readonly items: readonly Item[];
  readonly period: Period;
  readonly today: string;
}

function Cells({ days, items, period, today }: CellsProps) {
  return days.map((day) => (
    <td key={day} className={css.cell} data-today={day === today || undefined}>
      {itemsOn(items, day, period).map((item) => (
        <EventChip key={item.id} item={item} look="block" />
      ))}
    </td>
  ));
}

/** On a phone each office has a list of its own. */
function OfficeList({ period, rows, busy }: RowsProps) {
  const days = daysOf(period);
  const blocks = [
    ...rows.map(({ office, items }) => ({ id: office.id, name: office.name, office, items })),
    ...(busy.length === 0 ? [] : [{ id: 'busy', name: m.busy(), office: null, items: busy }]),
  ];
  return (
    <div className={agenda.agenda}>
      {blocks.map(({ id, name, office, items }) => (
        <section key={id} aria-labelledby={`birim-${id}`}>
          <h3 id={`birim-${id}`} className={css.officeHead}>
            {office === null ? null : (
              <>
                <OfficeBar office={office} />
                {office.shortCode}{' '}
              </>
            )}
            {name}
          </h3>
          {items.length === 0 ? <p className={css.none}>{m.none()}</p> : null}
          {days.map((day) => {
            const here = itemsOn(items, day, period);
            return here.length === 0 ? null : (
              <div key={day}>
                <h4 className={css.dayName}>{dayWords(day)}</h4>
                <ul className={agenda.rows}>
                  {here.map((item) => (
                    <AgendaRow key={item.id} item={item} day={day} />
                  ))}
                </ul>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}
