import { useState } from 'react';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button, LinkButton } from '../../ui/button';
import { Form } from '../../ui/form';
import { Banner, errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { Door } from './door';
import { complaintAbout, NewPasswordField } from './new-password-field';

const m = catalogue(
  {
    askTitle: 'Parolamı unuttum',
    askIntro: 'Adresiniz kayıtlıysa yeni parola belirlemeniz için bir bağlantı göndeririz.',
    email: 'E-posta adresi',
    ask: 'Bağlantı gönder',
    asked:
      'İsteğiniz alındı. Adres kayıtlıysa e-posta birkaç dakika içinde gelir; gelmezse istenmeyen klasörüne bakın.',
    back: 'Girişe dön',
    setTitle: 'Yeni parola belirleyin',
    set: 'Parolayı değiştir',
    done: 'Parolanız değişti. Bütün cihazlardaki oturumlarınız kapatıldı; yeni parolayla giriş yapın.',
    toSignIn: 'Giriş yap',
  },
  {
    askTitle: 'I forgot my password',
    askIntro: 'If your address is known, we send a link to set a new password.',
    email: 'E-mail address',
    ask: 'Send the link',
    asked: 'Your request was taken. If the address is known, the e-mail arrives within minutes; look into spam too.',
    back: 'Back to sign-in',
    setTitle: 'Set a new password',
    set: 'Change the password',
    done: 'Your password has changed. Your sessions on all devices were closed; sign in with the new password.',
    toSignIn: 'Sign in',
  },
);

const RequestMutation = graphql(
  `
    mutation PasswordResetRequest($email: String!) {
      passwordResetRequest(email: $email) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const ResetMutation = graphql(
  `
    mutation PasswordReset($token: String!, $newPassword: String!) {
      passwordReset(token: $token, newPassword: $newPassword) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** `/parola` asks for a link, `/parola#token` sets the new password. */
export function PasswordPage() {
  const [token] = useState(() => location.hash.slice(1));
  return token === '' ? <AskForLink /> : <SetPassword token={token} />;
}

function AskForLink() {
  const [email, setEmail] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { run, isPending, errors } = useAct(RequestMutation);
  return (
    <Door title={m.askTitle()}>
      {isAsked ? (
        <Banner tone="ok">{m.asked()}</Banner>
      ) : (
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void run({ email }).then(({ isDone }) => setIsAsked(isDone));
          }}
        >
          <p>{m.askIntro()}</p>
          <ErrorSummary errors={errorsBeside(errors, ['email'])} />
          <TextField
            label={m.email()}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={errorFor(errors, 'email')}
            isRequired
          />
          <Button type="submit" look="primary" isPending={isPending}>
            {m.ask()}
          </Button>
        </Form>
      )}
      <LinkButton href="/giris" look="quiet">
        {m.back()}
      </LinkButton>
    </Door>
  );
}

function SetPassword({ token }: { readonly token: string }) {
  const [newPassword, setNewPassword] = useState('');
  const [isDone, setIsDone] = useState(false);
  const { run, isPending, errors } = useAct(ResetMutation);
  const owner = { name: '', email: '' };
  if (isDone) {
    return (
      <Door title={m.setTitle()}>
        <Banner tone="ok">{m.done()}</Banner>
        <LinkButton href="/giris" look="primary">
          {m.toSignIn()}
        </LinkButton>
      </Door>
    );
  }
  return (
    <Door title={m.setTitle()}>
      <ErrorSummary errors={errorsBeside(errors, ['newPassword'])} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (complaintAbout(newPassword, owner) !== undefined) return;
          void run({ token, newPassword }).then((outcome) => setIsDone(outcome.isDone));
        }}
      >
        <NewPasswordField
          value={newPassword}
          onChange={setNewPassword}
          owner={owner}
          error={errorFor(errors, 'newPassword')}
        />
        <Button type="submit" look="primary" isPending={isPending}>
          {m.set()}
        </Button>
      </Form>
    </Door>
  );
}
