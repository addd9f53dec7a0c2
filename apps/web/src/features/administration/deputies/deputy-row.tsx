import { formatInstant } from '../../../lib/dates';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/feedback';
import { Mark } from '../../../ui/mark';
import { Confirm, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';

const m = catalogue(
  {
    ALL: 'Bütün imzalar, tüzük dahil',
    BULLETINS: 'Yalnız bülten olurları',
    for: '{deputy}, vekâlet veren: {principal}',
    span: '{from} – {until}',
    reason: 'Gerekçe: {reason}',
    running: 'Sürüyor',
    coming: 'Başlayacak',
    revoked: 'Geri alındı: {at}',
    over: 'Süresi doldu',
    revoke: 'Vekâleti geri al',
    foreign: 'Vekâleti yalnız veren basın müdürü geri alır.',
    revokeTitle: '{deputy}: vekâleti geri al',
    revokeText: 'Vekil bundan sonra birim adına imza atamaz. Attığı imzalar geçerli kalır.',
    done: 'Vekâlet geri alındı.',
  },
  {
    ALL: 'All signatures, the charter too',
    BULLETINS: 'Bulletins alone',
    for: '{deputy}, for {principal}',
    span: '{from} – {until}',
    reason: 'Reason: {reason}',
    running: 'Running',
    coming: 'Coming',
    revoked: 'Taken back: {at}',
    over: 'Over',
    revoke: 'Take back',
    foreign: 'Only the press director who gave it takes it back.',
    revokeTitle: '{deputy}: take the deputyship back',
    revokeText: 'From now on the deputy cannot sign for the office. Given signatures stay valid.',
    done: 'The deputyship was taken back.',
  },
);

export const DeputyFields = graphql(`
  fragment DeputyFields on Deputyship {
    id
    scope
    reason
    validFrom
    validUntil
    revokedAt
    isInForce
    principal {
      id
      name
    }
    deputy {
      id
      name
    }
  }
`);

const RevokeMutation = graphql(
  `
    mutation DeputyshipRevoke($id: ID!) {
      deputyshipRevoke(id: $id) {
        deputyship {
          id
          isInForce
          revokedAt
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface DeputyRowProps {
  readonly data: FragmentOf<typeof DeputyFields>;
  readonly isOpen: boolean;
  readonly mayEnd: boolean;
  readonly onDone: () => void;
}

/** One deputyship: for whom, what, from when to when, why. */
export function DeputyRow({ data, isOpen, mayEnd, onDone }: DeputyRowProps) {
  const deputyship = readFragment(DeputyFields, data);
  const { deputy, principal, scope, reason, validFrom, validUntil, revokedAt, isInForce } = deputyship;
  return (
    <li className={css.rowItem}>
      <div className={css.words}>
        <span className={css.name}>
          {m.for({ deputy: deputy.name, principal: principal.name })}
          {isInForce ? <Mark tone="ok">{m.running()}</Mark> : null}
          {isOpen && !isInForce ? <Mark tone="accent">{m.coming()}</Mark> : null}
        </span>
        <span>{m.span({ from: formatInstant(validFrom), until: formatInstant(validUntil) })}</span>
        <span className="quiet small">
          {sentenceOf(m, scope)} · {m.reason({ reason })}
          {isOpen ? '' : ` · ${revokedAt === null ? m.over() : m.revoked({ at: formatInstant(revokedAt) })}`}
        </span>
      </div>
      {mayEnd ? <Revoke id={deputyship.id} deputy={deputy.name} principalId={principal.id} onDone={onDone} /> : null}
    </li>
  );
}

interface RevokeProps {
  readonly id: string;
  readonly deputy: string;
  readonly principalId: string;
  readonly onDone: () => void;
}

function Revoke({ id, deputy, principalId, onDone }: RevokeProps) {
  const { viewer } = useSession();
  const { isOpen, open, close } = useDisclosure();
  const { run, isPending, errors } = useAct(RevokeMutation);
  async function revoke() {
    const { isDone } = await run({ id });
    if (!isDone) return;
    close();
    onDone();
    toast(m.done());
  }
  return (
    <div className={css.acts}>
      <Button
        onPress={open}
        aria-label={`${m.revoke()}: ${deputy}`}
        refusal={principalId === viewer.user.id ? undefined : m.foreign()}
      >
        {m.revoke()}
      </Button>
      <Confirm
        title={m.revokeTitle({ deputy })}
        isOpen={isOpen}
        onClose={close}
        onConfirm={revoke}
        verb={m.revoke()}
        isDangerous
        isPending={isPending}
      >
        <ErrorSummary errors={errors} />
        <p>{m.revokeText()}</p>
      </Confirm>
    </div>
  );
}
