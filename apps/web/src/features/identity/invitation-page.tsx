import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useClientRenewal } from '../../lib/client-renewal';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button, LinkButton } from '../../ui/button';
import { Form } from '../../ui/form';
import { EmptyState, errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { Door } from './door';
import { complaintAbout, NewPasswordField } from './new-password-field';
import { signIn } from './sign-in';

const m = catalogue(
  {
    title: 'Davetinizi kabul edin',
    intro: 'Adınızı denetleyin, bir parola belirleyin; çalışma alanı hemen açılır.',
    name: 'Ad soyad',
    accept: 'Kabul et ve başla',
    directory: 'Kurum hesabımla kabul et',
    brokenTitle: 'Bağlantı eksik görünüyor.',
    broken: 'E-postadaki bağlantının tamamını açın ya da sizi davet eden kişiden yenisini isteyin.',
    toSignIn: 'Girişe git',
  },
  {
    title: 'Accept your invitation',
    intro: 'Check your name, choose a password; the workspace opens at once.',
    name: 'Name',
    accept: 'Accept and begin',
    directory: 'Accept with my institution account',
    brokenTitle: 'The link seems incomplete.',
    broken: 'Open the whole link of the e-mail, or ask whoever invited you for a new one.',
    toSignIn: 'To the sign-in',
  },
);

const AcceptMutation = graphql(
  `
    mutation InvitationAccept($token: String!, $input: InvitationAcceptInput!) {
      invitationAccept(token: $token, input: $input) {
        user {
          id
          email
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** `/davet#token`: the token stands in the fragment, which browsers send to nobody. */
export function InvitationPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { run, isPending, errors } = useAct(AcceptMutation);
  const navigate = useNavigate();
  const renew = useClientRenewal();
  const owner = { name, email: '' };

  async function accept() {
    const outcome = await run({ token, input: { name: name.trim() === '' ? null : name, password } });
    if (!outcome.isDone || outcome.payload.user === null) return;
    await signIn({ email: outcome.payload.user.email, password });
    await navigate({ to: '/', replace: true });
    renew();
  }

  if (token === '') {
    return (
      <Door title={m.title()}>
        <EmptyState title={m.brokenTitle()} action={<LinkButton href="/giris">{m.toSignIn()}</LinkButton>}>
          {m.broken()}
        </EmptyState>
      </Door>
    );
  }
  return (
    <Door title={m.title()}>
      <p>{m.intro()}</p>
      <ErrorSummary errors={errorsBeside(errors, ['name', 'password'])} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (complaintAbout(password, owner) === undefined) void accept();
        }}
      >
        <TextField
          label={m.name()}
          autoComplete="name"
          value={name}
          onChange={setName}
          error={errorFor(errors, 'name')}
          isOptional
        />
        <NewPasswordField value={password} onChange={setPassword} owner={owner} error={errorFor(errors, 'password')} />
        <Button type="submit" look="primary" isPending={isPending}>
          {m.accept()}
        </Button>
      </Form>
    </Door>
  );
}
