import { useNavigate } from '@tanstack/react-router';
import { catalogue } from '../../../lib/messages';
import { ErrorSummary } from '../../../ui/feedback';
import { Confirm } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import { DiscardBulletin, RestoreBulletin, UnscheduleBulletin } from './bulletin-acts';
import { TakeSignatureBack } from './olur-acts';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    takeBack: 'Oluru geri al',
    takeBackText:
      'Biriminizin oluru kalkar. Gerekli olurlar eksik kalırsa bülten servis edilmez. Yeniden olur verebilirsiniz.',
    takenBack: 'Olurunuz geri alındı.',
    unschedule: 'Servis onayını geri al',
    unscheduleText: 'Bülten planlanan saatte çıkmaz ve olur aşamasına döner. Numarası kendisinde kalır.',
    unscheduled: 'Servis onayı geri alındı.',
    discard: 'Taslağı at',
    discardText: 'Bülten bırakılır ve listelerden kalkar. Metin ve geçmişi okunur kalır; geri getirilebilir.',
    discarded: 'Taslak atıldı.',
    restored: 'Taslak geri getirildi.',
  },
  {
    takeBack: 'Take signature back',
    takeBackText:
      'The signature of your office lapses. Without the required ones it will not be released. You can sign again.',
    takenBack: 'Your signature is taken back.',
    unschedule: 'Take the approval back',
    unscheduleText: 'It will not go out at the planned time and returns to sign-off. It keeps its number.',
    unscheduled: 'The approval is taken back.',
    discard: 'Give the draft up',
    discardText: 'It leaves the lists. Its text and history stay readable; it can be brought back.',
    discarded: 'The draft is given up.',
    restored: 'The draft is back.',
  },
);

/** Acts that need a yes and nothing else. */
export function ConfirmDialogs({ dialog }: { readonly dialog: 'takeBack' | 'unschedule' | 'discard' }) {
  const { bulletin, ask, run, isRunning, errors } = useDesk();
  const navigate = useNavigate();
  const { id } = bulletin;
  const close = () => ask(null);
  const closeIfDone = (done: object | null) => (done === null ? undefined : close());
  const frame = { isOpen: true, isPending: isRunning, onClose: close };
  if (dialog === 'takeBack') {
    const go = async () => closeIfDone(await run(TakeSignatureBack, { id }, m.takenBack()));
    return (
      <Confirm {...frame} title={m.takeBack()} verb={m.takeBack()} onConfirm={go}>
        <ErrorSummary errors={errors} />
        <p>{m.takeBackText()}</p>
      </Confirm>
    );
  }
  if (dialog === 'unschedule') {
    const go = async () => closeIfDone(await run(UnscheduleBulletin, { id }, m.unscheduled()));
    return (
      <Confirm {...frame} title={m.unschedule()} verb={m.unschedule()} onConfirm={go}>
        <ErrorSummary errors={errors} />
        <p>{m.unscheduleText()}</p>
      </Confirm>
    );
  }
  const discard = async () => {
    const done = await run(DiscardBulletin, { id });
    closeIfDone(done);
    if (done === null) return;
    toast(m.discarded(), () => void run(RestoreBulletin, { id }, m.restored()));
    await navigate({ to: '/bultenler' });
  };
  return (
    <Confirm {...frame} title={m.discard()} verb={m.discard()} isDangerous onConfirm={discard}>
      <ErrorSummary errors={errors} />
      <p>{m.discardText()}</p>
    </Confirm>
  );
}
