import { useDesk } from './desk-context';
import { ConfirmDialogs } from './confirm-dialogs';
import { CorrectDialog } from './correct-dialog';
import { DeclineDialog } from './decline-dialog';
import { InviteDialog } from './invite-dialog';
import { LiftEmbargoDialog } from './lift-embargo-dialog';
import { ReturnDialog, WithdrawDialog } from './reason-dialogs';
import { SignDialog } from './sign-dialog';

/** The dialog that is asked for, if any. */
export function DeskDialogs() {
  const { dialog } = useDesk();
  switch (dialog) {
    case null:
      return null;
    case 'sign':
      return <SignDialog />;
    case 'return':
      return <ReturnDialog />;
    case 'withdraw':
      return <WithdrawDialog />;
    case 'invite':
      return <InviteDialog />;
    case 'decline':
      return <DeclineDialog />;
    case 'correct':
      return <CorrectDialog />;
    case 'liftEmbargo':
      return <LiftEmbargoDialog />;
    default:
      return <ConfirmDialogs dialog={dialog} />;
  }
}
