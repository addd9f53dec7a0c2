import type { ReactNode } from 'react';
import { useState } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { Confirm, Dialog, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';

const m = catalogue(
  {
    sign: 'Tüzüğü imzala',
    signTitle: 'Sürüm {version}: birim adına imzala',
    signText: 'Okuduğunuz kuralların tam metnini birim adına imzalarsınız. İmza bu metnin özetine bağlanır:',
    signed: 'Tüzük imzalandı.',
    giveBack: 'Geri gönder',
    giveBackTitle: 'Sürüm {version}: geri gönder',
    giveBackText: 'Öneri yürürlüğe girmez; gerekçenizi bütün birimler okur. Sonra yine imzalayabilirsiniz.',
    reason: 'Gerekçe',
    reasonHint: 'Neyin değişmesini istediğinizi yazın',
    returned: 'Öneri gerekçenizle geri gönderildi.',
    cancel: 'Vazgeç',
    unsign: 'İmzayı geri al',
    unsignTitle: 'Sürüm {version}: imzayı geri al',
    unsignText: 'Birimin imzası silinmez, geri alındığı yazılır. Öneri yürürlüğe girene kadar yeniden imzalanabilir.',
    unsigned: 'Birimin imzası geri alındı.',
    withdraw: 'Öneriyi geri çek',
    withdrawTitle: 'Sürüm {version}: öneriyi geri çek',
    withdrawText: 'Öneri imzaya kapanır ve geçmişte kalır. Yürürlükteki tüzük değişmez.',
    withdrawn: 'Öneri geri çekildi.',
  },
  {
    sign: 'Sign the charter',
    signTitle: 'Version {version}: sign for the office',
    signText: 'You sign, for the office, exactly the rules that you read. The signature is bound to their hash:',
    signed: 'The charter was signed.',
    giveBack: 'Return',
    giveBackTitle: 'Version {version}: return',
    giveBackText: 'It does not come into force; all offices read your reason. You may sign later.',
    reason: 'Reason',
    reasonHint: 'Write what should change',
    returned: 'The proposal was returned with your reason.',
    cancel: 'Cancel',
    unsign: 'Take the signature back',
    unsignTitle: 'Version {version}: take the signature back',
    unsignText: 'It is noted that it was taken back. It can be signed again until it is in force.',
    unsigned: 'The signature of the office was taken back.',
    withdraw: 'Withdraw the proposal',
    withdrawTitle: 'Version {version}: withdraw',
    withdrawText: 'It is closed and stays in the history. The charter in force does not change.',
    withdrawn: 'The proposal was withdrawn.',
  },
);

const SignMutation = graphql(
  `
    mutation CharterSign($id: ID!, $hash: String!) {
      charterSign(id: $id, hash: $hash) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const ReturnMutation = graphql(
  `
    mutation CharterReturn($id: ID!, $reason: String!) {
      charterReturn(id: $id, reason: $reason) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const UnsignMutation = graphql(
  `
    mutation CharterSignatureWithdraw($id: ID!) {
      charterSignatureWithdraw(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const WithdrawMutation = graphql(
  `
    mutation CharterWithdraw($id: ID!) {
      charterWithdraw(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface ActProps {
  readonly charter: { readonly id: string; readonly hash: string; readonly versionNumber: number };
  readonly onDone: () => void;
}

/** Signs exactly the words on screen: their hash goes with the signature. */
export function SignCharter({ charter, onDone }: ActProps) {
  const { run, isPending, errors } = useAct(SignMutation);
  return (
    <Asked
      look="primary"
      verb={m.sign()}
      title={m.signTitle({ version: charter.versionNumber })}
      isPending={isPending}
      done={m.signed()}
      onConfirm={() => run({ id: charter.id, hash: charter.hash })}
      onDone={onDone}
    >
      <ErrorSummary errors={errors} />
      <p>{m.signText()}</p>
      <code className={css.code}>{charter.hash}</code>
    </Asked>
  );
}

export function TakeSignatureBack({ charter, onDone }: ActProps) {
  const { run, isPending, errors } = useAct(UnsignMutation);
  return (
    <Asked
      look="plain"
      verb={m.unsign()}
      title={m.unsignTitle({ version: charter.versionNumber })}
      isPending={isPending}
      done={m.unsigned()}
      onConfirm={() => run({ id: charter.id })}
      onDone={onDone}
    >
      <ErrorSummary errors={errors} />
      <p>{m.unsignText()}</p>
    </Asked>
  );
}

export function WithdrawProposal({ charter, onDone }: ActProps) {
  const { run, isPending, errors } = useAct(WithdrawMutation);
  return (
    <Asked
      look="danger"
      verb={m.withdraw()}
      title={m.withdrawTitle({ version: charter.versionNumber })}
      isPending={isPending}
      done={m.withdrawn()}
      onConfirm={() => run({ id: charter.id })}
      onDone={onDone}
    >
      <ErrorSummary errors={errors} />
      <p>{m.withdrawText()}</p>
    </Asked>
  );
}

interface AskedProps {
  readonly look: 'primary' | 'plain' | 'danger';
  readonly verb: string;
  readonly title: string;
  readonly isPending: boolean;
  readonly done: string;
  readonly onConfirm: () => Promise<{ readonly isDone: boolean }>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A button whose act is asked about once more. */
function Asked({ look, verb, title, isPending, done, onConfirm, onDone, children }: AskedProps) {
  const { isOpen, open, close } = useDisclosure();
  async function confirm() {
    const { isDone } = await onConfirm();
    if (!isDone) return;
    close();
    onDone();
    toast(done);
  }
  return (
    <>
      <Button look={look} onPress={open}>
        {verb}
      </Button>
      <Confirm
        title={title}
        isOpen={isOpen}
        onClose={close}
        onConfirm={confirm}
        verb={verb}
        isPending={isPending}
        isDangerous={look === 'danger'}
      >
        {children}
      </Confirm>
    </>
  );
}

/** Sends the proposal back with a reason that all offices read. */
export function ReturnCharter({ charter, onDone }: ActProps) {
  const { isOpen, open, close } = useDisclosure();
  const { run, isPending, errors } = useAct(ReturnMutation);
  const [reason, setReason] = useState('');
  async function giveBack() {
    const { isDone } = await run({ id: charter.id, reason });
    if (!isDone) return;
    close();
    onDone();
    toast(m.returned());
  }
  return (
    <>
      <Button onPress={open}>{m.giveBack()}</Button>
      <Dialog
        title={m.giveBackTitle({ version: charter.versionNumber })}
        isOpen={isOpen}
        isFirm
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{m.cancel()}</Button>
            <Button type="submit" form="tuzuk-gerekce" look="primary" isPending={isPending}>
              {m.giveBack()}
            </Button>
          </>
        }
      >
        <Form
          id="tuzuk-gerekce"
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void giveBack();
          }}
        >
          <p>{m.giveBackText()}</p>
          <ErrorSummary errors={errorsBeside(errors, ['reason'])} />
          <TextField
            label={m.reason()}
            hint={m.reasonHint()}
            rows={4}
            value={reason}
            onChange={setReason}
            error={errorFor(errors, 'reason')}
            isRequired
            maxLength={2000}
          />
        </Form>
      </Dialog>
    </>
  );
}
