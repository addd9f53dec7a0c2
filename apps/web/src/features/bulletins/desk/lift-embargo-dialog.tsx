import { formatInstant } from '../../../lib/dates';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { ErrorSummary, Loaded } from '../../../ui/feedback';
import { OfficeBadge } from '../../../ui/mark';
import { Confirm } from '../../../ui/overlay';
import { LiftEmbargo } from './bulletin-acts';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';

const LiftQuery = graphql(`
  query BulletinEmbargoLift($id: ID!) {
    bulletinEmbargoLift(id: $id) {
      needsLead
      partnersNeeded
      agreed {
        id
        name
      }
    }
  }
`);

const m = catalogue(
  {
    title: 'Ambargoyu kaldır',
    verb: 'Kaldırılmasını onayla',
    until: 'Ambargo: {at}',
    rule: 'Ambargo, yürüten birim ve yeterli sayıda ortak onaylayınca kalkar; bülten o anda servis edilir.',
    agreed: 'Onaylayanlar',
    nobody: 'Henüz onaylayan yok.',
    lead: 'Yürüten birimin onayı bekleniyor.',
    partners: 'Beklenen ortak onayı: {count}',
    already: 'Biriminiz onayladı.',
    done: 'Onayınız kaydedildi.',
  },
  {
    title: 'Lift the embargo',
    verb: 'Agree to lift it',
    until: 'Embargo: {at}',
    rule: 'It ends when the lead and enough partners agree; the bulletin goes out at that moment.',
    agreed: 'Agreed',
    nobody: 'Nobody has agreed yet.',
    lead: 'The lead has not agreed yet.',
    partners: 'Partners still needed: {count}',
    already: 'Your office agreed.',
    done: 'Your agreement is recorded.',
  },
);

/** Agrees, for the acting office, that the embargo ends now; shows who agreed and who is still needed. */
export function LiftEmbargoDialog() {
  const { bulletin, ask, run, isRunning, errors, refusal } = useDesk();
  const { viewer } = useSession();
  const look = useOfficeLook();
  const [result, read] = useDeskQuery(LiftQuery, { id: bulletin.id }, bulletin.embargo === null);
  const hasAgreed = result.data?.bulletinEmbargoLift.agreed.some(({ id }) => id === viewer.office?.id) ?? false;
  const agree = async () => {
    const done = await run(LiftEmbargo, { id: bulletin.id }, m.done());
    if (done !== null) ask(null);
  };
  return (
    <Confirm
      title={m.title()}
      isOpen
      onClose={() => ask(null)}
      onConfirm={agree}
      verb={m.verb()}
      isDangerous
      isPending={isRunning}
      refusal={hasAgreed ? m.already() : refusal('LIFT_EMBARGO')}
    >
      <ErrorSummary errors={errors} />
      {bulletin.embargo === null ? null : (
        <p>
          <strong>{m.until({ at: formatInstant(bulletin.embargo.at) })}</strong>
        </p>
      )}
      <p>{m.rule()}</p>
      <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
        {({ bulletinEmbargoLift: { agreed, needsLead, partnersNeeded } }) => (
          <section className="stack">
            <h3>{m.agreed()}</h3>
            {agreed.length === 0 ? <p className="quiet">{m.nobody()}</p> : null}
            <p className="row">
              {agreed.map((office) => (
                <OfficeBadge key={office.id} office={look(office)} isLong />
              ))}
            </p>
            {needsLead ? <p>{m.lead()}</p> : null}
            {partnersNeeded > 0 ? <p>{m.partners({ count: partnersNeeded })}</p> : null}
          </section>
        )}
      </Loaded>
    </Confirm>
  );
}
