import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import { emptyDraft, inputOf, type EventDraft } from './event-draft';
import { EventForm } from './event-form';
import { CreateEvent } from './event-queries';

const m = catalogue(
  { title: 'Yeni etkinlik', back: 'Takvim', keep: 'Taslağı kaydet', kept: 'Taslak kaydedildi: {title}' },
  { title: 'New event', back: 'Calendar', keep: 'Keep the draft', kept: 'Draft kept: {title}' },
);

/** An event that is being planned; it is a draft until it is announced. */
export function NewEventPage() {
  const { baslangic } = useSearch({ from: '/shell/takvim/yeni' });
  const navigate = useNavigate();
  const { run, errors, isPending } = useAct(CreateEvent);
  const keep = async (draft: EventDraft) => {
    const input = inputOf(draft);
    if (input === null) return;
    const outcome = await run({ input });
    if (!outcome.isDone) return;
    toast(m.kept({ title: draft.title.trim() }));
    const { event } = outcome.payload;
    if (event) await navigate({ to: '/takvim/$id', params: { id: event.id } });
  };
  return (
    <Page title={m.title()} back={<Link to="/takvim">{m.back()}</Link>}>
      <EventForm
        initial={emptyDraft(baslangic ?? null)}
        eventId={null}
        reason={null}
        onReason={() => undefined}
        verb={m.keep()}
        back="/takvim"
        isPending={isPending}
        errors={errors}
        onSubmit={(draft) => void keep(draft)}
      />
    </Page>
  );
}
