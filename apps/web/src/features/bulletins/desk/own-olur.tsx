import { formatNear } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { ChangesSinceOlur } from './changes-since-olur';
import { may, signatureOf, type DeskSignature } from './desk-bulletin';
import { useDesk } from './desk-context';
import { Fingerprint } from './fingerprint';
import { useRenew } from './use-renew';
import css from './own-olur.module.css';

const m = catalogue(
  {
    label: 'Biriminizin oluru',
    waits: 'Olurunuz bekleniyor.',
    waitsUntil: 'Olurunuz bekleniyor. Son tarih: {at}',
    signed: 'Olurunuz bu metin için geçerli.',
    returned: 'Düzeltme istediniz: {reason}',
    stale: 'Olurunuzdan beri metin değişti',
    staleHint: 'Değişenleri okuyun; uygunsa olurunuzu bu metin için yenileyin.',
    withdrawn: 'Olurunuzu geri aldınız.',
    sign: 'Olur ver',
    renew: 'Oluru yenile',
    return: 'Düzeltme iste',
    takeBack: 'Oluru geri al',
  },
  {
    label: 'Signature of your office',
    waits: 'Your signature is awaited.',
    waitsUntil: 'Your signature is awaited. Due: {at}',
    signed: 'Your signature stands for this text.',
    returned: 'You asked for changes: {reason}',
    stale: 'The text changed since your signature',
    staleHint: 'Read what changed; if you agree, renew your signature for this text.',
    withdrawn: 'You took your signature back.',
    sign: 'Sign',
    renew: 'Renew signature',
    return: 'Ask for changes',
    takeBack: 'Take signature back',
  },
);

/** What the acting office has to do or has done with its signature, and what changed since. */
export function OwnOlur() {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  const own = signatureOf(bulletin, viewer.office?.id);
  const isOffered = bulletin.state === 'IN_SIGNOFF' || bulletin.state === 'SCHEDULED';
  if (own === undefined || own.status === 'DECLINED' || own.status === 'EXEMPT') return null;
  if (!isOffered && !may(bulletin, 'WITHDRAW_SIGNATURE')) return null;
  if (!isOffered && own.answeredAt === null) return null;
  const isStale = own.status === 'STALE';
  return (
    <section className={css.own} aria-label={m.label()} data-status={own.status}>
      <div className={css.row}>
        <div className={css.words}>
          {isStale ? <h2 className={css.title}>{m.stale()}</h2> : <p className={css.title}>{sentenceFor(own)}</p>}
          {isStale ? <p className="quiet small">{m.staleHint()}</p> : null}
          <Fingerprint hash={bulletin.textHash} />
        </div>
        <OwnActs own={own} />
      </div>
      {isStale ? (
        <div className={css.changes}>
          <ChangesSinceOlur bulletinId={bulletin.id} />
        </div>
      ) : null}
    </section>
  );
}

function sentenceFor({ status, dueAt, reason }: DeskSignature): string {
  if (status === 'SIGNED') return m.signed();
  if (status === 'RETURNED') return m.returned({ reason: reason ?? '' });
  if (status === 'WITHDRAWN') return m.withdrawn();
  return dueAt === null ? m.waits() : m.waitsUntil({ at: formatNear(dueAt) });
}

/** The acts of the own office; on phones they stand in the bar at the thumb. */
function OwnActs({ own }: { readonly own: DeskSignature }) {
  const { bulletin, ask, refusal, isRunning } = useDesk();
  const renew = useRenew();
  const isSigned = own.status === 'SIGNED';
  const canAnswer = may(bulletin, 'SIGN') || may(bulletin, 'RETURN');
  const isOffered = bulletin.state === 'IN_SIGNOFF' || bulletin.state === 'SCHEDULED';
  return (
    <div className={css.acts} data-wide-only={(canAnswer && !isSigned) || undefined}>
      {isSigned ? (
        <Button look="quiet" refusal={refusal('WITHDRAW_SIGNATURE')} onPress={() => ask('takeBack')}>
          {m.takeBack()}
        </Button>
      ) : null}
      {isOffered ? (
        <Button refusal={refusal('RETURN')} onPress={() => ask('return')}>
          {m.return()}
        </Button>
      ) : null}
      {isOffered && own.status === 'STALE' ? (
        <Button refusal={refusal('SIGN')} isPending={isRunning} onPress={() => void renew()}>
          {m.renew()}
        </Button>
      ) : null}
    </div>
  );
}
