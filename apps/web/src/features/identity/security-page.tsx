import { useState } from 'react';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { toast } from '../../ui/toast';
import { AccountFrame } from './account-frame';
import css from './account-frame.module.css';
import { complaintAbout, NewPasswordField } from './new-password-field';
import { TwoFactor } from './two-factor';

const m = catalogue(
  {
    password: 'Parola',
    current: 'Şimdiki parola',
    change: 'Parolayı değiştir',
    changed: 'Parolanız değişti; öteki cihazlardaki oturumlarınız kapatıldı.',
  },
  {
    password: 'Password',
    current: 'Present password',
    change: 'Change the password',
    changed: 'Your password has changed; your sessions on other devices were closed.',
  },
);

const ChangeMutation = graphql(
  `
    mutation PasswordChange($input: PasswordChangeInput!) {
      passwordChange(input: $input) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** Password and second factor. */
export function SecurityPage() {
  return (
    <AccountFrame>
      <ChangePassword />
      <TwoFactor />
    </AccountFrame>
  );
}

function ChangePassword() {
  const { viewer } = useSession();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const { run, isPending, errors } = useAct(ChangeMutation);

  async function change() {
    const { isDone } = await run({ input: { currentPassword, newPassword } });
    if (!isDone) return;
    setCurrentPassword('');
    setNewPassword('');
    toast(m.changed());
  }

  return (
    <section className={css.card} aria-labelledby="parola">
      <h2 id="parola">{m.password()}</h2>
      <ErrorSummary errors={errorsBeside(errors, ['currentPassword', 'newPassword'])} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (complaintAbout(newPassword, viewer.user) === undefined) void change();
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={viewer.user.email} />
        <TextField
          label={m.current()}
          type="password"
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrentPassword}
          error={errorFor(errors, 'currentPassword')}
          isRequired
        />
        <NewPasswordField
          value={newPassword}
          onChange={setNewPassword}
          owner={viewer.user}
          error={errorFor(errors, 'newPassword')}
        />
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {m.change()}
          </Button>
        </div>
      </Form>
    </section>
  );
}
