import { formatClock, formatDay } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { Button, LinkButton } from '../../../ui/button';
import { ApproveRelease, SendTest } from './bulletin-acts';
import { missingSignatures } from './check-findings';
import type { DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';
import { useFindings } from './finding-list';
import css from './check-page.module.css';

const m = catalogue(
  {
    cancel: 'Vazgeç',
    test: 'Deneme: yalnız bana',
    tested: 'Deneme e-postası adresinize gönderildi.',
    now: 'Servis et',
    later: 'Kur: {at}',
    released: 'Servis onaylandı; bülten birazdan çıkıyor.',
    scheduled: 'Kuruldu. Bülten şu saatte çıkar: {at}',
    blocked: 'Önce engelleri giderin: {count}',
    unsigned: 'Bekleyen olur: {count}',
    takeBack: 'Servis onayını geri al',
    set: 'Kuruldu: {at}',
    soon: 'Onaylandı, birazdan çıkıyor.',
  },
  {
    cancel: 'Cancel',
    test: 'Test: to me only',
    tested: 'The test mail is on its way to your address.',
    now: 'Release',
    later: 'Set: {at}',
    released: 'Approved; the bulletin goes out in a moment.',
    scheduled: 'Set. The bulletin goes out at {at}',
    blocked: 'Clear what is in the way first: {count}',
    unsigned: 'Signatures missing: {count}',
    takeBack: 'Take the approval back',
    set: 'Set: {at}',
    soon: 'Approved, going out in a moment.',
  },
);

/** `17.00` today, else `25 Kasım 2026 09.00`; null: at once. */
function dueOf({ embargo, embargoLiftedAt, release }: DeskBulletin): string | null {
  const embargoAt = embargoLiftedAt === null ? embargo?.at : embargoLiftedAt;
  const [due] = [embargoAt, release?.at]
    .filter((at) => at !== undefined)
    .sort()
    .slice(-1);
  if (due === undefined || new Date(due).getTime() <= Date.now()) return null;
  const isToday = formatDay(due) === formatDay(new Date().toISOString());
  return isToday ? formatClock(due) : `${formatDay(due)} ${formatClock(due)}`;
}

/** The acts of the check page: leave, try on oneself, send out. */
export function CheckActs() {
  const { bulletin, run, isRunning } = useDesk();
  const { id } = bulletin;
  return (
    <div className={css.acts}>
      <span className={css.wide}>
        <LinkButton look="quiet" href={`/bultenler/${id}`}>
          {m.cancel()}
        </LinkButton>
      </span>
      <span className={css.rest} />
      <Button isPending={isRunning} onPress={() => void run(SendTest, { id }, m.tested())}>
        {m.test()}
      </Button>
      {bulletin.state === 'SCHEDULED' ? <Scheduled /> : <Release />}
    </div>
  );
}

function Release() {
  const { bulletin, run, isRunning, refusal, settled } = useDesk();
  const { findings } = useFindings(bulletin.id);
  const due = dueOf(bulletin);
  const blocks = findings.filter(({ severity }) => severity === 'BLOCK').length;
  const unsigned = missingSignatures(bulletin).length;
  const inTheWay = [
    ...(unsigned > 0 ? [m.unsigned({ count: unsigned })] : []),
    ...(blocks > 0 ? [m.blocked({ count: blocks })] : []),
  ].join(' · ');
  const approve = async () => {
    // Times that are just being saved raise the version; what is approved is what stands after that.
    const latest = await settled();
    if (latest === null) return;
    const input = { expectedVersion: latest.version };
    const at = dueOf(latest);
    await run(ApproveRelease, { id: latest.id, input }, at === null ? m.released() : m.scheduled({ at }));
  };
  return (
    <Button
      look="primary"
      isPending={isRunning}
      refusal={refusal('APPROVE_RELEASE') ?? (inTheWay === '' ? undefined : inTheWay)}
      onPress={() => void approve()}
    >
      {due === null ? m.now() : m.later({ at: due })}
    </Button>
  );
}

function Scheduled() {
  const { bulletin, ask, refusal } = useDesk();
  const due = dueOf(bulletin);
  return (
    <>
      <Button refusal={refusal('UNSCHEDULE')} onPress={() => ask('unschedule')}>
        {m.takeBack()}
      </Button>
      <strong role="status">{due === null ? m.soon() : m.set({ at: due })}</strong>
    </>
  );
}
