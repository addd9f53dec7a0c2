import { useState } from 'react';
import { IconUserPlus } from '@tabler/icons-react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { SelectField, TextField } from '../../../ui/field';
import { Dialog, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';
import { roleName, roles, type RoleCode } from '../role-words';

const m = catalogue(
  {
    invite: 'Davet et',
    title: '{office}: davet',
    intro: 'E-postayla yedi gün geçerli bir bağlantı gider. Kişi parolasını kendi belirler ve hemen çalışmaya başlar.',
    seating: 'İşletmen yalnız basın müdürünü davet eder; birimin öteki çalışanlarını basın müdürü çağırır.',
    seated: 'Birimin basın müdürü var; yeni çalışanları o davet eder.',
    name: 'Ad soyad',
    email: 'E-posta adresi',
    role: 'Rol',
    jobTitle: 'Unvan',
    jobTitleHint: 'Belgelerde görünür: Haber editörü gibi',
    from: 'İlk gün',
    fromHint: 'Boşsa kabul ettiği gün',
    until: 'Son gün',
    untilHint: 'Boşsa süresiz',
    cancel: 'Vazgeç',
    send: 'Daveti gönder',
    sent: 'Davet gönderildi: {email}',
  },
  {
    invite: 'Invite',
    title: '{office}: invite',
    intro: 'A link goes out by e-mail, good for seven days. The person chooses a password and begins at once.',
    seating: 'The operator invites the press director alone, who then invites the others.',
    seated: 'The office has a press director, who invites new people.',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    jobTitle: 'Title',
    jobTitleHint: 'Shown on documents, like News editor',
    from: 'First day',
    fromHint: 'Empty: the day of acceptance',
    until: 'Last day',
    untilHint: 'Empty: open',
    cancel: 'Cancel',
    send: 'Send the invitation',
    sent: 'The invitation was sent: {email}',
  },
);

const InviteMutation = graphql(
  `
    mutation UserInvite($input: UserInviteInput!) {
      userInvite(input: $input) {
        invitation {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface InviteMemberProps {
  readonly office: { readonly id: string; readonly name: string };
  /** An operator only seats the press director. */
  readonly isSeating: boolean;
  readonly hasDirector: boolean;
  readonly onDone: () => void;
}

/** The button that asks somebody into the office. */
export function InviteMember(props: InviteMemberProps) {
  const { isOpen, open, close } = useDisclosure();
  const refusal = props.isSeating && props.hasDirector ? m.seated() : undefined;
  return (
    <>
      <Button look="primary" onPress={open} refusal={refusal}>
        <IconUserPlus size={18} aria-hidden /> {m.invite()}
      </Button>
      {isOpen ? <InviteDialog {...props} onClose={close} /> : null}
    </>
  );
}

const empty = { name: '', email: '', title: '', validFrom: '', validUntil: '' };
const fields = ['name', 'email', 'role', 'title', 'validFrom', 'validUntil'] as const;

function InviteDialog({ office, isSeating, onDone, onClose }: InviteMemberProps & { readonly onClose: () => void }) {
  const [words, setWords] = useState(empty);
  const [role, setRole] = useState<RoleCode>(isSeating ? 'PRESS_DIRECTOR' : 'EDITOR');
  const { run, isPending, errors } = useAct(InviteMutation);
  const field = (name: keyof typeof empty) => ({
    value: words[name],
    onChange: (value: string) => setWords({ ...words, [name]: value }),
    error: errorFor(errors, name),
  });

  async function send() {
    const { validFrom, validUntil, ...given } = words;
    const days = { validFrom: validFrom || null, validUntil: validUntil || null };
    const { isDone } = await run({ input: { officeId: office.id, role, ...given, ...days } });
    if (!isDone) return;
    onClose();
    onDone();
    toast(m.sent({ email: words.email }));
  }

  return (
    <Dialog
      title={m.title({ office: office.name })}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button type="submit" form="davet" look="primary" isPending={isPending}>
            {m.send()}
          </Button>
        </>
      }
    >
      <Form
        id="davet"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="quiet">{isSeating ? m.seating() : m.intro()}</p>
        <ErrorSummary errors={errorsBeside(errors, fields)} />
        <TextField label={m.name()} {...field('name')} isRequired maxLength={120} autoFocus />
        <TextField label={m.email()} type="email" {...field('email')} isRequired maxLength={254} />
        <div className={css.pair}>
          <SelectField
            label={m.role()}
            value={role}
            options={(isSeating ? (['PRESS_DIRECTOR'] as const) : roles).map((code) => ({
              value: code,
              label: roleName(code),
            }))}
            onChange={setRole}
            error={errorFor(errors, 'role')}
          />
          <TextField label={m.jobTitle()} hint={m.jobTitleHint()} {...field('title')} isRequired maxLength={120} />
        </div>
        <div className={css.pair}>
          <TextField label={m.from()} hint={m.fromHint()} type="date" {...field('validFrom')} isOptional />
          <TextField label={m.until()} hint={m.untilHint()} type="date" {...field('validUntil')} isOptional />
        </div>
      </Form>
    </Dialog>
  );
}
