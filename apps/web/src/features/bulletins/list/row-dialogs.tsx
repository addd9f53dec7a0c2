import { DiscardDialog } from './discard-dialog';
import { KeepTemplateDialog } from './keep-template-dialog';
import type { BulletinRow } from './list-query';

interface RowDialogsProps {
  readonly act: 'template' | 'discard';
  readonly bulletin: BulletinRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a row act asks before it is done; code that comes when it is wanted. */
export function RowDialogs({ act, ...rest }: RowDialogsProps) {
  return act === 'discard' ? <DiscardDialog {...rest} /> : <KeepTemplateDialog {...rest} />;
}
