import { useId, type ReactNode } from 'react';
import { catalogue } from '../../../lib/messages';
import { useNow } from '../../../lib/use-now';
import { Checkbox } from '../../../ui/field';
import { useIsWide } from '../desk/use-is-wide';
import css from './bulletin-table.module.css';
import type { BulletinRow } from './list-query';
import { OlurRing } from './olur-ring';
import { RowActs, RowMenu, type RowHandlers } from './row-acts';
import { headlineOf, RowAge, RowLink, RowOffices, RowTiming, StateMarks, timingOf } from './row-parts';
import { moveByArrow } from './row-keys';

const m = catalogue(
  {
    caption: 'Bültenler',
    select: 'Seç',
    selectRow: 'Seç: {headline}',
    selectAll: 'Bu sayfadakilerin hepsini seç',
    number: 'No',
    headline: 'Başlık, spot',
    state: 'Durum',
    offices: 'Birimler',
    olur: 'Olur',
    timing: 'Ambargo, servis',
    changed: 'Son değişiklik',
    acts: 'İşlemler',
    noNumber: 'Numarası yok',
  },
  {
    caption: 'Bulletins',
    select: 'Select',
    selectRow: 'Select: {headline}',
    selectAll: 'Select all on this page',
    number: 'No',
    headline: 'Headline, standfirst',
    state: 'State',
    offices: 'Offices',
    olur: 'Signed',
    timing: 'Embargo, release',
    changed: 'Last change',
    acts: 'Acts',
    noNumber: 'No number yet',
  },
);

interface BulletinTableProps extends RowHandlers {
  readonly bulletins: readonly BulletinRow[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void;
}

/** One page of bulletins: a table where there is room, else rows of two lines. */
export function BulletinTable(props: BulletinTableProps) {
  return useIsWide() ? <WideTable {...props} /> : <NarrowRows {...props} />;
}

function WideTable({ bulletins, selected, onSelect, ...handlers }: BulletinTableProps) {
  const now = useNow();
  const areAllSelected = bulletins.every(({ id }) => selected.has(id));
  return (
    <table className={css.table} onKeyDown={moveByArrow}>
      <caption className="visually-hidden">{m.caption()}</caption>
      <thead>
        <tr>
          <th scope="col" className={css.tickCell}>
            <Checkbox
              label={m.selectAll()}
              isSelected={areAllSelected}
              onChange={(isSelected) =>
                onSelect(
                  bulletins.map(({ id }) => id),
                  isSelected,
                )
              }
            >
              {null}
            </Checkbox>
          </th>
          <th scope="col">{m.number()}</th>
          <th scope="col">{m.headline()}</th>
          <th scope="col">{m.state()}</th>
          <th scope="col">{m.offices()}</th>
          <th scope="col">{m.olur()}</th>
          <th scope="col">{m.timing()}</th>
          <th scope="col">{m.changed()}</th>
          <th scope="col">
            <span className="visually-hidden">{m.acts()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bulletins.map((bulletin) => (
          <tr
            key={bulletin.id}
            className={css.row}
            data-row={bulletin.id}
            data-selected={selected.has(bulletin.id) || undefined}
          >
            <td className={css.tickCell}>
              <RowTick bulletin={bulletin} isSelected={selected.has(bulletin.id)} onSelect={onSelect} />
            </td>
            <td className={css.number}>{bulletin.number ?? <NoNumber />}</td>
            <td className={css.words}>
              <RowLink bulletin={bulletin} />
              {bulletin.spot === '' ? null : <span className={css.spot}>{bulletin.spot}</span>}
            </td>
            <td>
              <StateMarks bulletin={bulletin} now={now} />
            </td>
            <td>
              <RowOffices bulletin={bulletin} />
            </td>
            <td>
              <OlurRing bulletin={bulletin} />
            </td>
            <td className={css.small}>
              <RowTiming bulletin={bulletin} now={now} />
            </td>
            <td className={css.age}>
              <RowAge bulletin={bulletin} now={now} />
            </td>
            <td className={css.actCell}>
              <RowActs bulletin={bulletin} {...handlers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NarrowRows({ bulletins, selected, onSelect, ...handlers }: BulletinTableProps) {
  const now = useNow();
  const caption = useId();
  return (
    <>
      <h2 id={caption} className="visually-hidden">
        {m.caption()}
      </h2>
      <ul className={css.rows} aria-labelledby={caption} onKeyDown={moveByArrow}>
        {bulletins.map((bulletin) => (
          <li
            key={bulletin.id}
            className={css.card}
            data-row={bulletin.id}
            data-selected={selected.has(bulletin.id) || undefined}
          >
            <RowTick bulletin={bulletin} isSelected={selected.has(bulletin.id)} onSelect={onSelect} />
            <div className={css.words}>
              <RowLink bulletin={bulletin} />
              <Facts>
                <StateMarks bulletin={bulletin} now={now} />
                <RowOffices bulletin={bulletin} />
                {bulletin.signatures.length > 0 ? <OlurRing bulletin={bulletin} /> : null}
                {timingOf(bulletin, now) === null ? (
                  <RowAge bulletin={bulletin} now={now} />
                ) : (
                  <RowTiming bulletin={bulletin} now={now} />
                )}
              </Facts>
            </div>
            <RowMenu bulletin={bulletin} {...handlers} />
          </li>
        ))}
      </ul>
    </>
  );
}

const Facts = ({ children }: { readonly children: ReactNode }) => <div className={css.facts}>{children}</div>;

interface RowTickProps {
  readonly bulletin: BulletinRow;
  readonly isSelected: boolean;
  readonly onSelect: BulletinTableProps['onSelect'];
}

function RowTick({ bulletin, isSelected, onSelect }: RowTickProps) {
  return (
    <Checkbox
      label={m.selectRow({ headline: headlineOf(bulletin) })}
      isSelected={isSelected}
      onChange={(next) => onSelect([bulletin.id], next)}
    >
      {null}
    </Checkbox>
  );
}

const NoNumber = () => (
  <span className="quiet">
    <span aria-hidden>–</span>
    <span className="visually-hidden">{m.noNumber()}</span>
  </span>
);
