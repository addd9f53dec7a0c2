import { useState } from 'react';
import { renderSVG } from 'uqr';
import { useQuery } from 'urql';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { SessionQuery } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { Banner, errorFor, errorsBeside, ErrorSummary, Loaded } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { toast } from '../../ui/toast';
import css from './account-frame.module.css';

const m = catalogue(
  {
    title: 'İki adımlı doğrulama',
    off: 'Kapalı. Açarsanız girişte parolanızdan başka, telefonunuzdaki doğrulama uygulamasının kodu da istenir.',
    on: 'Açık. Kalan kurtarma kodu: {left}',
    start: 'Aç',
    scan: 'Doğrulama uygulamanızla bu kareyi okutun ya da anahtarı elle yazın; sonra uygulamanın gösterdiği kodu girin.',
    secret: 'Anahtar: {secret}',
    code: 'Doğrulama kodu',
    codeHint: 'Altı rakam',
    codeOrRecovery: 'Uygulamadaki altı rakam ya da bir kurtarma kodu',
    confirm: 'Doğrula ve aç',
    off1: 'Kapat',
    turnedOff: 'İki adımlı doğrulama kapatıldı.',
    recovery: 'Kurtarma kodları',
    recoveryText: 'Telefonunuz yanınızda değilken her biri bir kez geçer. Şimdi saklayın; bir daha gösterilmez.',
    copy: 'Kodları kopyala',
    copied: 'Kodlar kopyalandı.',
    picture: 'Doğrulama uygulaması için kare kod',
  },
  {
    title: 'Two-factor sign-in',
    off: 'Off. If you turn it on, signing in asks for a code of the authenticator on your phone as well.',
    on: 'On. Recovery codes left: {left}',
    start: 'Turn on',
    scan: 'Scan this square with your authenticator or type the key; then enter the code that it shows.',
    secret: 'Key: {secret}',
    code: 'Verification code',
    codeHint: 'Six digits',
    codeOrRecovery: 'Six digits of the app, or a recovery code',
    confirm: 'Verify and turn on',
    off1: 'Turn off',
    turnedOff: 'Two-factor sign-in was turned off.',
    recovery: 'Recovery codes',
    recoveryText: 'Each works once when your phone is not at hand. Keep them now; they are not shown again.',
    copy: 'Copy the codes',
    copied: 'The codes were copied.',
    picture: 'QR code for the authenticator',
  },
);

const StateQuery = graphql(`
  query TwoFactorState {
    viewer {
      user {
        id
      }
      isTwoFactorOn
      recoveryCodesLeft
    }
  }
`);

const StartMutation = graphql(
  `
    mutation TwoFactorStart {
      twoFactorStart {
        secret
        uri
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const ConfirmMutation = graphql(
  `
    mutation TwoFactorConfirm($code: String!) {
      twoFactorConfirm(code: $code) {
        recoveryCodes
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const DisableMutation = graphql(
  `
    mutation TwoFactorDisable($code: String!) {
      twoFactorDisable(code: $code) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** Turns the second factor on and off; its recovery codes are seen once. */
export function TwoFactor() {
  const [result, readAgain] = useQuery({ query: StateQuery, requestPolicy: 'network-only' });
  const [, readSession] = useQuery({ query: SessionQuery, pause: true });
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>([]);
  const again = () => {
    readAgain({ requestPolicy: 'network-only' });
    readSession({ requestPolicy: 'network-only' });
  };
  return (
    <section className={css.card} aria-labelledby="iki-adim">
      <h2 id="iki-adim">{m.title()}</h2>
      {recoveryCodes.length > 0 ? <RecoveryCodes codes={recoveryCodes} /> : null}
      <Loaded result={result} onRetry={again}>
        {({ viewer }) =>
          viewer.isTwoFactorOn ? (
            <TurnOff codesLeft={viewer.recoveryCodesLeft} onDone={again} />
          ) : (
            <TurnOn
              onDone={(codes) => {
                setRecoveryCodes(codes);
                again();
              }}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function TurnOn({ onDone }: { readonly onDone: (recoveryCodes: readonly string[]) => void }) {
  const start = useAct(StartMutation);
  const confirm = useAct(ConfirmMutation);
  const [key, setKey] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const [code, setCode] = useState('');

  async function begin() {
    const outcome = await start.run({});
    if (!outcome.isDone) return;
    const { secret, uri } = outcome.payload;
    if (secret !== null && uri !== null) setKey({ secret, uri });
  }

  async function verify() {
    const outcome = await confirm.run({ code });
    if (outcome.isDone) onDone(outcome.payload.recoveryCodes ?? []);
  }

  if (key === null) {
    return (
      <>
        <p>{m.off()}</p>
        <ErrorSummary errors={start.errors} />
        <div>
          <Button onPress={() => void begin()} isPending={start.isPending}>
            {m.start()}
          </Button>
        </div>
      </>
    );
  }
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(key.uri, { border: 1 }))}`;
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void verify();
      }}
    >
      <p>{m.scan()}</p>
      <img className={css.code} src={picture} alt={m.picture()} />
      <p className="small">{m.secret({ secret: key.secret })}</p>
      <ErrorSummary errors={errorsBeside(confirm.errors, ['code'])} />
      <TextField
        label={m.code()}
        hint={m.codeHint()}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errorFor(confirm.errors, 'code')}
        isRequired
      />
      <div>
        <Button type="submit" look="primary" isPending={confirm.isPending}>
          {m.confirm()}
        </Button>
      </div>
    </Form>
  );
}

function TurnOff({ codesLeft, onDone }: { readonly codesLeft: number; readonly onDone: () => void }) {
  const { run, isPending, errors } = useAct(DisableMutation);
  const [code, setCode] = useState('');

  async function turnOff() {
    const { isDone } = await run({ code });
    if (!isDone) return;
    toast(m.turnedOff());
    onDone();
  }

  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void turnOff();
      }}
    >
      <p>{m.on({ left: codesLeft })}</p>
      <ErrorSummary errors={errorsBeside(errors, ['code'])} />
      <TextField
        label={m.code()}
        hint={m.codeOrRecovery()}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errorFor(errors, 'code')}
        isRequired
      />
      <div>
        <Button type="submit" look="danger" isPending={isPending}>
          {m.off1()}
        </Button>
      </div>
    </Form>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div className="stack">
      <Banner tone="warn">
        <strong>{m.recovery()}</strong> {m.recoveryText()}
      </Banner>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button onPress={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(m.copied()))}>
          {m.copy()}
        </Button>
      </div>
    </div>
  );
}
