import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { Banner } from '../../../ui/feedback';
import { RestoreBulletin } from './bulletin-acts';
import { useDesk } from './desk-context';
import { gateWords } from './gate-words';

const m = catalogue(
  {
    refused: 'Servis saatinde bekletildi: {reasons}',
    withdrawn: 'Geri çekildi ({at}): {reason}',
    discarded: 'Bu taslak atıldı; geri getirilene dek yalnızca okunur.',
    restore: 'Geri getir',
    restored: 'Taslak geri getirildi.',
    scheduled: 'Servise hazır. Çıkış: {at}',
    corrects: 'Bu bülten bir düzeltmedir. Düzeltilen: {number}. Okura görünen not: {note}',
    correctedBy: 'Düzeltmesi yayımlandı: {number}. Not: {note}',
    open: 'Aç',
    lifted: 'Ambargo kaldırıldı: {at}',
  },
  {
    refused: 'Held at its instant: {reasons}',
    withdrawn: 'Withdrawn ({at}): {reason}',
    discarded: 'This draft was given up; until it is brought back it can only be read.',
    restore: 'Bring back',
    restored: 'The draft is back.',
    scheduled: 'Ready to release. Out at: {at}',
    corrects: 'This is a correction of {number}. Note to readers: {note}',
    correctedBy: 'Its correction is out: {number}. Note: {note}',
    open: 'Open',
    lifted: 'Embargo lifted: {at}',
  },
);

/** The one notice that matters most now. */
export function BulletinNotices() {
  const { bulletin } = useDesk();
  const { corrects, correctedBy } = bulletin;
  if (bulletin.state === 'WITHDRAWN' && bulletin.withdrawnAt !== null) {
    const at = formatInstant(bulletin.withdrawnAt);
    return <Banner tone="alert">{m.withdrawn({ at, reason: bulletin.withdrawalReason ?? '' })}</Banner>;
  }
  if (bulletin.state === 'DISCARDED') return <DiscardedNotice />;
  if (bulletin.releaseRefusal.length > 0) {
    const reasons = bulletin.releaseRefusal.map((reason) => sentenceOf(gateWords, reason)).join(' ');
    return <Banner tone="warn">{m.refused({ reasons })}</Banner>;
  }
  if (correctedBy !== null) {
    return (
      <Banner tone="warn">
        {m.correctedBy({ number: correctedBy.number ?? '', note: correctedBy.note ?? '' })}{' '}
        <Link to="/bultenler/$id" params={{ id: correctedBy.bulletinId }}>
          {m.open()}
        </Link>
      </Banner>
    );
  }
  if (corrects !== null) {
    return (
      <Banner>
        {m.corrects({ number: corrects.number ?? '', note: corrects.note ?? '' })}{' '}
        <Link to="/bultenler/$id" params={{ id: corrects.bulletinId }}>
          {m.open()}
        </Link>
      </Banner>
    );
  }
  return <ScheduleNotice />;
}

function DiscardedNotice() {
  const { bulletin, refusal, run } = useDesk();
  return (
    <Banner>
      <p>{m.discarded()}</p>
      <Button refusal={refusal('RESTORE')} onPress={() => void run(RestoreBulletin, { id: bulletin.id }, m.restored())}>
        {m.restore()}
      </Button>
    </Banner>
  );
}

function ScheduleNotice() {
  const { bulletin } = useDesk();
  if (bulletin.state !== 'SCHEDULED') return null;
  if (bulletin.embargoLiftedAt !== null)
    return <Banner>{m.lifted({ at: formatInstant(bulletin.embargoLiftedAt) })}</Banner>;
  const instants = [bulletin.embargo?.at, bulletin.release?.at].filter((at) => at !== undefined).sort();
  const last = instants.at(-1);
  return last === undefined ? null : <Banner tone="ok">{m.scheduled({ at: formatInstant(last) })}</Banner>;
}
