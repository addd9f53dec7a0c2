import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useClientRenewal } from '../../lib/client-renewal';
import type { UserError } from '../../lib/errors';
import { catalogue } from '../../lib/messages';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { Page } from '../../ui/page';

const m = catalogue(
  { title: 'Giriş', email: 'E-posta adresi', password: 'Parola', submit: 'Giriş yap' },
  { title: 'Sign in', email: 'E-mail address', password: 'Password', submit: 'Sign in' },
);

export function SignInPage() {
  const { don } = useSearch({ from: '/giris' });
  const navigate = useNavigate();
  const renew = useClientRenewal();
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (form: FormData) => {
    const response = await fetch('/auth/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tekses': '1' },
      body: JSON.stringify({ email: form.get('email'), password: form.get('password') }),
    });
    if (response.ok) {
      await navigate({ href: don ?? '/', replace: true });
      renew();
      return;
    }
    const { code = 'UNKNOWN' } = (await response.json()) as { code?: string };
    setErrors([{ code, path: [], details: [], message: '' }]);
  };
  return (
    <main>
      <Page title={m.title()} width="text">
        <ErrorSummary errors={errors} />
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          <TextField name="email" label={m.email()} type="email" autoComplete="username" isRequired />
          <TextField name="password" label={m.password()} type="password" autoComplete="current-password" isRequired />
          <Button type="submit" look="primary">
            {m.submit()}
          </Button>
        </Form>
      </Page>
    </main>
  );
}
