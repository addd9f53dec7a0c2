import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useClientRenewal } from '../../lib/client-renewal';
import type { UserError } from '../../lib/errors';
import { graphql } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { Button, LinkButton } from '../../ui/button';
import { Form } from '../../ui/form';
import { ErrorSummary } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { DemoAccounts } from './demo-accounts';
import { Door } from './door';
import { signIn } from './sign-in';

const m = catalogue(
  {
    title: 'Giriş',
    email: 'E-posta adresi',
    password: 'Parola',
    code: 'Doğrulama kodu',
    codeHint: 'Uygulamadaki altı rakam ya da bir kurtarma kodu',
    submit: 'Giriş yap',
    forgotten: 'Parolamı unuttum',
  },
  {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    code: 'Verification code',
    codeHint: 'Six digits of the app, or a recovery code',
    submit: 'Sign in',
    forgotten: 'I forgot my password',
  },
);

const OptionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      directory {
        label
        path
      }
      demo {
        password
        accounts {
          email
          name
          officeName
          role
        }
      }
    }
  }
`);

/** A page of the workspace, never an address elsewhere. */
const safePath = (path: string | undefined) => (path && /^\/(?![/\\])/.test(path) ? path : '/');

/** `/giris?don=/bultenler`: password, then the second factor where it is on, or the account of the municipality. */
export function SignInPage() {
  const { don } = useSearch({ from: '/giris' });
  const navigate = useNavigate();
  const renew = useClientRenewal();
  const [{ data }] = useQuery({ query: OptionsQuery });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const options = data?.signInOptions;

  async function enter(credentials: { readonly email: string; readonly password: string }) {
    setIsPending(true);
    const refusals = await signIn({ ...credentials, code: code === '' ? undefined : code });
    setIsPending(false);
    if (refusals.length === 0) {
      await navigate({ href: safePath(don), replace: true });
      renew();
      return;
    }
    const isFirstAsking = !isCodeAsked && refusals.some((refusal) => refusal.code === 'SECOND_FACTOR_REQUIRED');
    setIsCodeAsked(isCodeAsked || isFirstAsking);
    setErrors(isFirstAsking ? [] : refusals);
  }

  return (
    <Door title={m.title()}>
      <ErrorSummary errors={errors} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void enter({ email, password });
        }}
      >
        <TextField
          name="email"
          label={m.email()}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <TextField
          name="password"
          label={m.password()}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        {isCodeAsked ? (
          <TextField
            name="code"
            label={m.code()}
            hint={m.codeHint()}
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            autoFocus
            isRequired
          />
        ) : null}
        <Button type="submit" look="primary" isPending={isPending}>
          {m.submit()}
        </Button>
      </Form>
      {options?.directory ? <LinkButton href={options.directory.path}>{options.directory.label}</LinkButton> : null}
      <LinkButton href="/parola" look="quiet">
        {m.forgotten()}
      </LinkButton>
      {options?.demo ? <DemoAccounts demo={options.demo} onChoose={(account) => void enter(account)} /> : null}
    </Door>
  );
}
