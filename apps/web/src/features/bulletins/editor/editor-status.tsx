import { formatClock } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { useRoom, useRoomReport } from './editor-room';
import type { Person } from './room-state';
import css from './editor-status.module.css';

const m = catalogue(
  {
    saving: 'Kaydediliyor…',
    saved: 'Kaydedildi {time}',
    offline: 'Çevrimdışı, bu cihazda saklanıyor',
    failed: 'Kaydedilemedi,',
    retry: 'yeniden dene',
    here: 'Şu anda açık: {names}',
    person: '{name} ({office})',
    more: '+{count}',
    typing: '{offices} yazıyor',
  },
  {
    saving: 'Saving…',
    saved: 'Saved {time}',
    offline: 'Offline, kept on this device',
    failed: 'Could not be saved,',
    retry: 'try again',
    here: 'Open now: {names}',
    person: '{name} ({office})',
    more: '+{count}',
    typing: '{offices} typing',
  },
);

/** The quiet line of the texts on the page. Below `EditorRoom`. */
export function EditorStatus() {
  const room = useRoom();
  const { state, savedAt } = useRoomReport();
  return (
    <div role="status" className={css.status} data-state={state}>
      {state === 'saving' ? m.saving() : null}
      {state === 'saved' && savedAt !== null ? m.saved({ time: formatClock(savedAt) }) : null}
      {state === 'offline' ? m.offline() : null}
      {state === 'failed' ? (
        <>
          {m.failed()}{' '}
          <Button look="quiet" className={css.retry ?? ''} onPress={() => room.retry()}>
            {m.retry()}
          </Button>
        </>
      ) : null}
    </div>
  );
}

const shown = 3;

/** Who has a section of the bulletin open: at most three and a number; on phones who is typing, in words. */
export function EditorPresence() {
  const { people } = useRoomReport();
  if (people.length === 0) return null;
  const names = people.map(({ name, office }) => m.person({ name, office })).join(', ');
  const offices = [...new Set(people.filter(({ isTyping }) => isTyping).map(({ office }) => office))].join(', ');
  return (
    <div className={css.presence}>
      <span className={css.avatars} role="img" aria-label={m.here({ names })} title={names}>
        {people.slice(0, shown).map((person) => (
          <Avatar key={person.id} person={person} />
        ))}
        {people.length > shown ? <span className={css.more}>{m.more({ count: people.length - shown })}</span> : null}
      </span>
      <span className={css.typing}>{offices === '' ? null : m.typing({ offices })}</span>
    </div>
  );
}

function Avatar({ person: { office, colour, isTyping } }: { readonly person: Person }) {
  return (
    <span className={css.avatar} style={{ borderColor: colour }} data-typing={isTyping || undefined}>
      {office}
    </span>
  );
}
