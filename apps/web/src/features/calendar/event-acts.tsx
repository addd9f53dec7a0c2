import { useState } from 'react';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { ErrorSummary, errorFor, errorsBeside } from '../../ui/feedback';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Dialog, Menu } from '../../ui/overlay';
import { toast } from '../../ui/toast';
import type { EventDetails } from './event-draft';
import { AnnounceEvent, CancelEvent, CompleteEvent, ConfirmEvent, PostponeEvent } from './event-queries';

const m = catalogue(
  {
    edit: 'Düzenle, taşı',
    announce: 'Öteki birimlere duyur',
    confirm: 'Kesinleştir',
    complete: 'Yapıldı olarak işaretle',
    postpone: 'Ertele',
    cancelEvent: 'İptal et',
    postponeTitle: 'Etkinliği ertele',
    cancelTitle: 'Etkinliği iptal et',
    postponeText: 'Etkinlik yeni bir gün bulunana dek takvimde ertelenmiş görünür ve hiçbir şeyle çakışmaz.',
    cancelText: 'Etkinlik takvimde iptal edilmiş olarak kalır; bu geri alınamaz.',
    reason: 'Neden',
    reasonHint: 'Etkinliği gören herkes okur.',
    stay: 'Vazgeç',
    announced: 'Öteki birimler etkinliği artık görüyor.',
    confirmed: 'Etkinlik kesinleşti.',
    completed: 'Yapıldı olarak işaretlendi.',
    postponed: 'Etkinlik ertelendi.',
    cancelled: 'Etkinlik iptal edildi.',
    wrongState: 'Etkinliğin şimdiki durumunda yapılamaz.',
    noRight: 'Bunu etkinliği yürüten birimin müdürü ya da şube müdürü yapar.',
    more: 'Diğer işlemler',
  },
  {
    edit: 'Edit, move',
    announce: 'Announce to the other offices',
    confirm: 'Confirm',
    complete: 'Mark as done',
    postpone: 'Postpone',
    cancelEvent: 'Cancel the event',
    postponeTitle: 'Postpone the event',
    cancelTitle: 'Cancel the event',
    postponeText: 'Until a new day is found the event shows as postponed and collides with nothing.',
    cancelText: 'The event stays in the calendar as cancelled; this cannot be taken back.',
    reason: 'Reason',
    reasonHint: 'Read by all who see the event.',
    stay: 'Back',
    announced: 'The other offices see the event now.',
    confirmed: 'The event is confirmed.',
    completed: 'Marked as done.',
    postponed: 'The event is postponed.',
    cancelled: 'The event is cancelled.',
    wrongState: 'Not possible in the present state of the event.',
    noRight: 'The director or a head of the leading office does this.',
    more: 'More acts',
  },
);

interface EventActsProps {
  readonly event: EventDetails;
  readonly onChanged: () => void;
  readonly onEdit: () => void;
}

const openStates = ['DRAFT', 'TENTATIVE', 'CONFIRMED', 'POSTPONED'];

/** What can be done with the event now: the next step as a button, the rest in the menu with its reasons. */
export function EventActs({ event, onChanged, onEdit }: EventActsProps) {
  const [dialog, setDialog] = useState<'postpone' | 'cancel' | null>(null);
  const announce = useAct(AnnounceEvent);
  const confirm = useAct(ConfirmEvent);
  const complete = useAct(CompleteEvent);
  const can = (act: EventDetails['viewerCan'][number]) => event.viewerCan.includes(act);
  const done = (isDone: boolean, words: string) => {
    if (isDone) toast(words);
    onChanged();
  };
  const refusal = (act: EventDetails['viewerCan'][number]) => (can(act) ? undefined : why(event));
  const steps = {
    announce: async () => done((await announce.run({ id: event.id })).isDone, m.announced()),
    confirm: async () => done((await confirm.run({ id: event.id })).isDone, m.confirmed()),
    complete: async () => done((await complete.run({ id: event.id })).isDone, m.completed()),
  };
  const close = () => setDialog(null);
  return (
    <>
      <ErrorSummary errors={[...announce.errors, ...confirm.errors, ...complete.errors]} />
      {can('EDIT') ? <Button onPress={onEdit}>{m.edit()}</Button> : null}
      {can('CONFIRM') ? (
        <Button look="primary" isPending={confirm.isPending} onPress={() => void steps.confirm()}>
          {m.confirm()}
        </Button>
      ) : null}
      {openStates.includes(event.state) ? (
        <Menu
          label={m.more()}
          acts={[
            { id: 'announce', label: m.announce(), refusal: refusal('ANNOUNCE'), run: () => void steps.announce() },
            { id: 'complete', label: m.complete(), refusal: refusal('COMPLETE'), run: () => void steps.complete() },
            { id: 'postpone', label: m.postpone(), refusal: refusal('POSTPONE'), run: () => setDialog('postpone') },
            {
              id: 'cancel',
              label: m.cancelEvent(),
              isDangerous: true,
              refusal: refusal('CANCEL'),
              run: () => setDialog('cancel'),
            },
          ]}
        />
      ) : null}
      {dialog === 'postpone' ? <PostponeDialog event={event} onClose={close} onChanged={onChanged} /> : null}
      {dialog === 'cancel' ? <CancelDialog event={event} onClose={close} onChanged={onChanged} /> : null}
    </>
  );
}

/** Those who may do nothing have no right; those who may do something meet the state. */
function why(event: EventDetails): string {
  return event.viewerCan.some((act) => act === 'CONFIRM' || act === 'CANCEL' || act === 'POSTPONE')
    ? m.wrongState()
    : m.noRight();
}

interface StopProps {
  readonly event: EventDetails;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function PostponeDialog({ event, onClose, onChanged }: StopProps) {
  const act = useAct(PostponeEvent);
  const run = async (reason: string) => {
    if (!(await act.run({ id: event.id, input: { reason } })).isDone) return;
    toast(m.postponed());
    onClose();
    onChanged();
  };
  return (
    <ReasonDialog
      act={act}
      title={m.postponeTitle()}
      text={m.postponeText()}
      verb={m.postpone()}
      onClose={onClose}
      onReason={run}
    />
  );
}

function CancelDialog({ event, onClose, onChanged }: StopProps) {
  const act = useAct(CancelEvent);
  const run = async (reason: string) => {
    if (!(await act.run({ id: event.id, input: { reason } })).isDone) return;
    toast(m.cancelled());
    onClose();
    onChanged();
  };
  return (
    <ReasonDialog
      act={act}
      title={m.cancelTitle()}
      text={m.cancelText()}
      verb={m.cancelEvent()}
      onClose={onClose}
      onReason={run}
    />
  );
}

interface ReasonDialogProps {
  readonly act: Pick<ReturnType<typeof useAct>, 'errors' | 'isPending'>;
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => Promise<void>;
}

function ReasonDialog({ act, title, text, verb, onClose, onReason }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={title}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{m.stay()}</Button>
          <Button type="submit" form="neden" look="danger" isPending={act.isPending}>
            {verb}
          </Button>
        </>
      }
    >
      <Form
        id="neden"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void onReason(reason.trim());
        }}
      >
        <ErrorSummary errors={errorsBeside(act.errors, ['reason'])} />
        <p>{text}</p>
        <TextField
          label={m.reason()}
          hint={m.reasonHint()}
          rows={3}
          value={reason}
          onChange={setReason}
          error={errorFor(act.errors, 'reason')}
          isRequired
          maxLength={500}
        />
      </Form>
    </Dialog>
  );
}
