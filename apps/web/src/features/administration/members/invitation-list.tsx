import { useState } from 'react';
import { formatDay } from '../../../lib/dates';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/feedback';
import { Confirm } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';
import { roleName } from '../role-words';

const m = catalogue(
  {
    title: 'Bekleyen davetler: {count}',
    until: 'Bağlantı {day} gününe kadar geçerli',
    resend: 'Yeniden gönder',
    resent: 'Yeni bağlantı gönderildi: {email}',
    revoke: 'Daveti geri al',
    revokeTitle: '{name}: daveti geri al',
    revokeText: 'Gönderilen bağlantı hemen geçersiz olur. Kişi isterseniz sonra yeniden davet edilir.',
    revoked: 'Davet geri alındı.',
  },
  {
    title: 'Open invitations: {count}',
    until: 'The link works until {day}',
    resend: 'Send again',
    resent: 'A new link was sent: {email}',
    revoke: 'Take back',
    revokeTitle: '{name}: take the invitation back',
    revokeText: 'The link that was sent is worthless at once. The person can be invited again later.',
    revoked: 'The invitation was taken back.',
  },
);

export const InvitationFields = graphql(`
  fragment InvitationFields on Invitation {
    id
    email
    name
    role
    title
    expiresAt
  }
`);

const ResendMutation = graphql(
  `
    mutation InvitationResend($id: ID!) {
      invitationResend(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const RevokeMutation = graphql(
  `
    mutation InvitationRevoke($id: ID!) {
      invitationRevoke(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type InvitationData = FragmentOf<typeof InvitationFields> & { readonly id: string };

interface InvitationListProps {
  readonly invitations: readonly InvitationData[];
  readonly onDone: () => void;
}

/** Who was asked and has not answered. */
export function InvitationList({ invitations, onDone }: InvitationListProps) {
  return (
    <section className={css.section} aria-labelledby="davetler">
      <h2 id="davetler">{m.title({ count: invitations.length })}</h2>
      <ul className={css.rows}>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} data={invitation} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({ data, onDone }: { readonly data: InvitationData; readonly onDone: () => void }) {
  const { id, name, email, role, title, expiresAt } = readFragment(InvitationFields, data);
  const [isAsking, setIsAsking] = useState(false);
  const resend = useAct(ResendMutation);
  const revoke = useAct(RevokeMutation);
  const finish = (words: string) => (outcome: { readonly isDone: boolean }) => {
    onDone();
    if (outcome.isDone) toast(words);
  };
  return (
    <li className={css.rowItem}>
      <div className={css.words}>
        <span className={css.name}>{name}</span>
        <span>
          {title} <span className="quiet">({roleName(role)})</span>
        </span>
        <span className="quiet small">
          {email} · {m.until({ day: formatDay(expiresAt) })}
        </span>
        <ErrorSummary errors={[...resend.errors, ...revoke.errors]} />
      </div>
      <div className={css.acts}>
        <Button
          isPending={resend.isPending}
          aria-label={`${m.resend()}: ${name}`}
          onPress={() => void resend.run({ id }).then(finish(m.resent({ email })))}
        >
          {m.resend()}
        </Button>
        <Button look="quiet" aria-label={`${m.revoke()}: ${name}`} onPress={() => setIsAsking(true)}>
          {m.revoke()}
        </Button>
      </div>
      <Confirm
        title={m.revokeTitle({ name })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => revoke.run({ id }).then(finish(m.revoked()))}
        verb={m.revoke()}
        isDangerous
        isPending={revoke.isPending}
      >
        <p>{m.revokeText()}</p>
      </Confirm>
    </li>
  );
}
