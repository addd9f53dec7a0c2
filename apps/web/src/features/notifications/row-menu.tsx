import { IconDots } from '@tabler/icons-react';
import { formatNear } from '../../lib/dates';
import { catalogue } from '../../lib/messages';
import { LazyMenu } from '../../ui/lazy-menu';
import type { MenuAct } from '../../ui/overlay';
import type { useRowActs } from './notification-acts';
import { snoozeTimes } from './snooze-times';

const m = catalogue(
  {
    acts: 'İşlemler: {title}',
    hour: '1 saat ertele',
    evening: 'Bu akşama ertele, 18.00',
    morning: 'Yarına ertele, 09.00',
    snoozed: 'Ertelendi: {near}',
    done: 'Okundu say',
    unfollow: 'Takibi bırak',
  },
  {
    acts: 'Acts: {title}',
    hour: 'Put off for an hour',
    evening: 'Put off until this evening, 18.00',
    morning: 'Put off until tomorrow, 09.00',
    snoozed: 'Put off: {near}',
    done: 'Mark as read',
    unfollow: 'Stop following',
  },
);

interface RowMenuProps {
  readonly id: string;
  readonly title: string;
  readonly bulletinId: string | null;
  /** Neither read nor done: only then there is something to put off. */
  readonly isFresh: boolean;
  readonly acts: ReturnType<typeof useRowActs>;
}

/** Ertele, Takibi bırak, Okundu say. */
export function RowMenu({ id, title, bulletinId, isFresh, acts }: RowMenuProps) {
  const times = snoozeTimes(new Date());
  const putOff = (name: 'hour' | 'evening' | 'morning'): MenuAct[] => {
    const until = times[name];
    if (until === null) return [];
    const words = m.snoozed({ near: formatNear(until.toISOString()) });
    return [{ id: name, label: m[name](), run: () => void acts.snooze(id, until, words) }];
  };
  const fresh = [
    ...putOff('hour'),
    ...putOff('evening'),
    ...putOff('morning'),
    { id: 'read', label: m.done(), run: () => void acts.markRead(id, bulletinId) },
  ];
  const unfollow =
    bulletinId === null ? [] : [{ id: 'unfollow', label: m.unfollow(), run: () => void acts.unfollow(bulletinId) }];
  const all: MenuAct[] = [...(isFresh ? fresh : []), ...unfollow];
  if (all.length === 0) return null;
  return (
    <LazyMenu label={m.acts({ title })} acts={all} look="icon" isSign>
      <IconDots size={20} aria-hidden />
    </LazyMenu>
  );
}
