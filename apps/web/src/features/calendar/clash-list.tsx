import { Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { catalogue } from '../../lib/messages';
import css from './calendar-page.module.css';
import { dayWords } from './day-words';
import { clashWords, codesOf, timeOf } from './item-words';
import type { Item } from './occurrences-query';

const m = catalogue({ title: 'Çakışma var: {count} etkinlik' }, { title: 'Clashes: {count} events' });

/** The clashes of the period in words: a grid has room for a sign alone. */
export function ClashList({ items }: { readonly items: readonly Item[] }) {
  const clashing = items.filter(({ occurrence }) => occurrence.conflictKinds.length > 0);
  if (clashing.length === 0) return null;
  return (
    <section aria-labelledby="cakismalar" className={css.clashes}>
      <h2 id="cakismalar" className={css.clashHead}>
        <IconAlertTriangle size={20} aria-hidden /> {m.title({ count: clashing.length })}
      </h2>
      <ul className={css.clashRows}>
        {clashing.map((item) => (
          <ClashRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ClashRow({ item }: { readonly item: Item }) {
  const { event, conflictKinds } = item.occurrence;
  if (event === null) return null;
  return (
    <li className={css.clashRow}>
      <span className={css.clashWhen}>
        {[dayWords(item.start.slice(0, 10)), timeOf(item)].filter(Boolean).join(' ')}
      </span>
      <span className={css.clashEvent}>
        <b>{codesOf(event)}</b>{' '}
        <Link to="/takvim/$id" params={{ id: event.id }}>
          {event.title}
        </Link>
      </span>
      <span className={css.clashKinds}>{clashWords(conflictKinds)}</span>
    </li>
  );
}
