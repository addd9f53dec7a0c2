import { useState } from 'react';
import type { UserError } from '../../../lib/errors';
import { catalogue } from '../../../lib/messages';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { Confirm } from '../../../ui/overlay';
import { WithdrawBulletin } from './bulletin-acts';
import { ReturnBulletin } from './olur-acts';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    return: 'Düzeltme iste',
    returnReason: 'Neyin düzeltilmesi gerekiyor?',
    returnHint: 'Yürüten birim ve katılan birimler görür.',
    returned: 'Düzeltme isteğiniz iletildi.',
    withdraw: 'Geri çek',
    withdrawReason: 'Neden geri çekiliyor?',
    withdrawHint: 'Basın odasındaki sayfada görünür; bülteni alanlara da bildirilir.',
    withdrawText: 'Bültenin sayfası kalır, metni kaldırılır ve gerekçe yazılır. Geri alınamaz.',
    withdrawn: 'Bülten geri çekildi.',
    missing: 'Gerekçeyi yazın.',
  },
  {
    return: 'Ask for changes',
    returnReason: 'What needs to change?',
    returnHint: 'The lead and the other offices see it.',
    returned: 'Your request is sent.',
    withdraw: 'Withdraw',
    withdrawReason: 'Why is it withdrawn?',
    withdrawHint: 'Shown on its newsroom page and told to everybody who received it.',
    withdrawText: 'The page stays, its text goes and the reason is shown. It cannot be undone.',
    withdrawn: 'The bulletin is withdrawn.',
    missing: 'Write the reason.',
  },
);

/** Sends the text back with a reason. */
export function ReturnDialog() {
  const { bulletin, ask, run } = useDesk();
  const send = async (reason: string) => {
    const done = await run(ReturnBulletin, { id: bulletin.id, input: { reason } }, m.returned());
    if (done !== null) ask(null);
  };
  return <ReasonDialog title={m.return()} label={m.returnReason()} hint={m.returnHint()} onSend={send} />;
}

/** Takes a released text back; its page says why. */
export function WithdrawDialog() {
  const { bulletin, ask, run } = useDesk();
  const send = async (reason: string) => {
    const done = await run(WithdrawBulletin, { id: bulletin.id, input: { reason } }, m.withdrawn());
    if (done !== null) ask(null);
  };
  return (
    <ReasonDialog
      title={m.withdraw()}
      label={m.withdrawReason()}
      hint={m.withdrawHint()}
      warning={m.withdrawText()}
      onSend={send}
    />
  );
}

interface ReasonDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Set for acts that cannot be undone. */
  readonly warning?: string;
  readonly onSend: (reason: string) => Promise<void>;
}

function ReasonDialog({ title, label, hint, warning, onSend }: ReasonDialogProps) {
  const { ask, isRunning, errors } = useDesk();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const shown: readonly UserError[] = isTried ? errors : [];
  const send = async () => {
    setIsTried(true);
    if (reason.trim() !== '') await onSend(reason.trim());
  };
  const missing = isTried && reason.trim() === '' ? m.missing() : undefined;
  return (
    <Confirm
      title={title}
      isOpen
      onClose={() => ask(null)}
      onConfirm={send}
      verb={title}
      isDangerous={warning !== undefined}
      isPending={isRunning}
    >
      <ErrorSummary errors={errorsBeside(shown, ['reason'])} />
      {warning === undefined ? null : <p>{warning}</p>}
      <TextField
        label={label}
        hint={hint}
        rows={4}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        isRequired
        error={missing ?? errorFor(shown, 'reason')}
      />
    </Confirm>
  );
}
