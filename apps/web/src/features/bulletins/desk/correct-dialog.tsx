import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { Confirm } from '../../../ui/overlay';
import { CorrectBulletin } from './bulletin-acts';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    title: 'Düzeltme yayımla',
    verb: 'Düzeltmeye başla',
    how: 'Servis edilen metin ve katılan birimler yeni bir bültene kopyalanır. Siz yalnız yanlışı düzeltirsiniz; olurdan sonra yanlış metni alan herkese gider. İlk metin kalır.',
    note: 'Okura görünen düzeltme notu',
    hint: 'Örnek: “bin” yerine “bin 150”.',
    missing: 'Düzeltme notunu yazın.',
    done: 'Düzeltme hazır: yanlışı düzeltip olura sunun.',
  },
  {
    title: 'Publish a correction',
    verb: 'Begin the correction',
    how: 'The released text and its offices are copied to a new bulletin. You only mend the error; once signed it goes to everybody who received the wrong text. The first text stays.',
    note: 'Correction note shown to readers',
    hint: 'Example: "1,150" instead of "1,000".',
    missing: 'Write the correction note.',
    done: 'The correction is ready: mend the error and offer it for sign-off.',
  },
);

/** Begins the correction of a released text: same offices, same recipients, a note that readers see. */
export function CorrectDialog() {
  const { bulletin, ask, run, isRunning, errors } = useDesk();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const begin = async () => {
    setIsTried(true);
    if (note.trim() === '') return;
    const done = await run(CorrectBulletin, { id: bulletin.id, input: { note: note.trim() } }, m.done());
    if (!done?.bulletin) return;
    ask(null);
    await navigate({ to: '/bultenler/$id', params: { id: done.bulletin.id } });
  };
  const shown = isTried ? errors : [];
  const missing = isTried && note.trim() === '' ? m.missing() : undefined;
  return (
    <Confirm title={m.title()} isOpen onClose={() => ask(null)} onConfirm={begin} verb={m.verb()} isPending={isRunning}>
      <ErrorSummary errors={errorsBeside(shown, ['note'])} />
      <p>{m.how()}</p>
      <TextField
        label={m.note()}
        hint={m.hint()}
        rows={3}
        value={note}
        onChange={setNote}
        maxLength={500}
        autoFocus
        isRequired
        error={missing ?? errorFor(shown, 'note')}
      />
    </Confirm>
  );
}
