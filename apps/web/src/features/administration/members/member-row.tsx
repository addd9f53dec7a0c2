import { useState } from 'react';
import type { UserError } from '../../../lib/errors';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { useAct } from '../../../lib/use-act';
import { ErrorSummary } from '../../../ui/feedback';
import { Mark } from '../../../ui/mark';
import { Confirm, Menu, type MenuAct } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';
import { useIsOperator } from '../chosen-office';
import { daysBetween } from '../days';
import { roleName } from '../role-words';
import { ChangeMember } from './change-member';

const m = catalogue(
  {
    acts: '{name}: işlemler',
    self: 'Siz',
    suspended: 'Askıda',
    change: 'Rol, unvan ya da süreyi değiştir',
    end: 'Üyeliği sona erdir',
    endTitle: '{name}: üyeliği sona erdir',
    endText:
      'Kişi bir sonraki isteğinden başlayarak bu birim adına işlem yapamaz. Yazdıkları, verdiği olurlar ve kayıtlar kalır. Hesabı durur; başka bir birimdeyse orada çalışmayı sürdürür.',
    ended: 'Üyelik sona erdi.',
    suspend: 'Hesabı askıya al',
    suspendTitle: '{name}: hesabı askıya al',
    suspendText:
      'Kişinin bütün oturumları ve anahtarları hemen kapanır; hesap yeniden açılana kadar hiçbir birim adına giriş yapamaz.',
    suspendedNow: 'Hesap askıya alındı.',
    restore: 'Hesabı yeniden aç',
    restoreTitle: '{name}: hesabı yeniden aç',
    restoreText: 'Kişi yeniden giriş yapabilir. Kapanan oturumlar kapalı kalır.',
    restored: 'Hesap yeniden açıldı.',
    director: 'Bu kişi basın müdürü. Başka basın müdürü ya da vekil yoksa birim adına kimse olur veremez.',
  },
  {
    acts: '{name}: acts',
    self: 'You',
    suspended: 'Suspended',
    change: 'Change role, title or dates',
    end: 'End the membership',
    endTitle: '{name}: end the membership',
    endText:
      'From the next request on the person cannot act for this office. What they wrote and signed stays, and so does the account.',
    ended: 'The membership is over.',
    suspend: 'Suspend the account',
    suspendTitle: '{name}: suspend the account',
    suspendText: 'All sessions and tokens end at once; nobody can sign in with the account until it is restored.',
    suspendedNow: 'The account was suspended.',
    restore: 'Restore the account',
    restoreTitle: '{name}: restore the account',
    restoreText: 'The person can sign in again. Ended sessions stay ended.',
    restored: 'The account was restored.',
    director: 'This person is a press director. Without another one or a deputy nobody signs for the office.',
  },
);

export const MemberFields = graphql(`
  fragment MemberFields on Member {
    id
    isCurrent
    role
    title
    validFrom
    validUntil
    user {
      id
      name
      email
      isSuspended
    }
  }
`);

const EndMutation = graphql(
  `
    mutation MemberEnd($id: ID!) {
      memberEnd(id: $id) {
        member {
          id
          isCurrent
          validUntil
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const SuspendMutation = graphql(
  `
    mutation UserSuspend($id: ID!) {
      userSuspend(id: $id) {
        user {
          id
          isSuspended
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const RestoreMutation = graphql(
  `
    mutation UserRestore($id: ID!) {
      userRestore(id: $id) {
        user {
          id
          isSuspended
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type Asked = 'change' | 'end' | 'suspend' | 'restore' | null;

interface MemberRowProps {
  readonly data: FragmentOf<typeof MemberFields>;
  /** What the viewer may do with the office. */
  readonly viewerCan: readonly string[];
  readonly hasDirector: boolean;
  readonly onDone: () => void;
}

/** One person in the office with what can be done about it. */
export function MemberRow({ data, viewerCan, hasDirector, onDone }: MemberRowProps) {
  const member = readFragment(MemberFields, data);
  const { viewer } = useSession();
  const [asked, setAsked] = useState<Asked>(null);
  const acts = useMemberActs(member, viewerCan, setAsked);
  const { user } = member;
  const close = () => setAsked(null);
  return (
    <li className={`${css.rowItem} ${css.withMenu}`}>
      <div className={css.words}>
        <span className={css.name}>
          {user.name}
          {user.id === viewer.user.id ? <Mark tone="accent">{m.self()}</Mark> : null}
          {user.isSuspended ? <Mark tone="alert">{m.suspended()}</Mark> : null}
        </span>
        <span>
          {member.title} <span className="quiet">({roleName(member.role)})</span>
        </span>
        <span className="quiet small">
          {user.email} · {daysBetween(member.validFrom, member.validUntil)}
        </span>
      </div>
      {acts.length > 0 ? <Menu label={m.acts({ name: user.name })} acts={acts} /> : null}
      {asked === 'change' ? (
        <ChangeMember member={member} hasDirector={hasDirector} onClose={close} onDone={onDone} />
      ) : null}
      <Questions member={member} asked={asked} onClose={close} onDone={onDone} />
    </li>
  );
}

interface MemberFacts {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly role: string;
  readonly user: { readonly id: string; readonly name: string; readonly isSuspended: boolean };
}

function useMemberActs(member: MemberFacts, viewerCan: readonly string[], ask: (asked: Asked) => void): MenuAct[] {
  const { viewer } = useSession();
  const isOperator = useIsOperator();
  const acts: MenuAct[] = [];
  if (member.isCurrent && viewerCan.includes('CHANGE_ROLE')) {
    acts.push({ id: 'change', label: m.change(), run: () => ask('change') });
  }
  if (member.isCurrent && viewerCan.includes('END_MEMBERSHIP')) {
    acts.push({ id: 'end', label: m.end(), isDangerous: true, run: () => ask('end') });
  }
  if (isOperator && member.user.id !== viewer.user.id) {
    const { isSuspended } = member.user;
    acts.push(
      isSuspended
        ? { id: 'restore', label: m.restore(), run: () => ask('restore') }
        : { id: 'suspend', label: m.suspend(), isDangerous: true, run: () => ask('suspend') },
    );
  }
  return acts;
}

interface QuestionsProps {
  readonly member: MemberFacts;
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Questions({ member, asked, onClose, onDone }: QuestionsProps) {
  const end = useAct(EndMutation);
  const suspend = useAct(SuspendMutation);
  const restore = useAct(RestoreMutation);
  const name = { name: member.user.name };
  const finish = (words: string) => (outcome: { readonly isDone: boolean }) => {
    if (!outcome.isDone) return;
    onClose();
    onDone();
    toast(words);
  };
  const isDirector = member.role === 'PRESS_DIRECTOR';
  return (
    <>
      <Question
        title={m.endTitle(name)}
        verb={m.end()}
        texts={isDirector ? [m.endText(), m.director()] : [m.endText()]}
        isOpen={asked === 'end'}
        isPending={end.isPending}
        errors={end.errors}
        onClose={onClose}
        onConfirm={() => end.run({ id: member.id }).then(finish(m.ended()))}
      />
      <Question
        title={m.suspendTitle(name)}
        verb={m.suspend()}
        texts={[m.suspendText()]}
        isOpen={asked === 'suspend'}
        isPending={suspend.isPending}
        errors={suspend.errors}
        onClose={onClose}
        onConfirm={() => suspend.run({ id: member.user.id }).then(finish(m.suspendedNow()))}
      />
      <Question
        title={m.restoreTitle(name)}
        verb={m.restore()}
        texts={[m.restoreText()]}
        isOpen={asked === 'restore'}
        isPending={restore.isPending}
        errors={restore.errors}
        onClose={onClose}
        onConfirm={() => restore.run({ id: member.user.id }).then(finish(m.restored()))}
      />
    </>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly verb: string;
  readonly texts: readonly string[];
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly errors: readonly UserError[];
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<void>;
}

function Question({ texts, errors, ...rest }: QuestionProps) {
  return (
    <Confirm {...rest} isDangerous>
      <ErrorSummary errors={errors} />
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Confirm>
  );
}
