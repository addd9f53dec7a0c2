import { fold } from '@turkish/fold';
import { useState } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import type { UserError } from '../../../lib/errors';
import { useSession } from '../../../lib/session';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { DateTimeField } from '../../../ui/date-time-field';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { ComboField, RadioField, TextField } from '../../../ui/field';
import { Dialog, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import { instantOf } from '../days';

const m = catalogue(
  {
    grant: 'Vekil belirle',
    title: 'Vekil belirle',
    deputy: 'Vekil',
    deputyHint: 'Biriminizden biri',
    scope: 'Ne imzalar?',
    BULLETINS: 'Yalnız bülten olurları',
    ALL: 'Bütün imzalar',
    allDetail: 'Bülten olurları ve tüzük',
    from: 'Başlangıç',
    until: 'Bitiş',
    untilHint: 'Bu andan sonra imza atamaz; başlangıçtan en çok 180 gün sonra',
    reason: 'Gerekçe',
    reasonHint: 'Yıllık izin, görevli seyahat gibi; kayıtta görünür',
    cancel: 'Vazgeç',
    give: 'Vekâlet ver',
    given: 'Vekâlet verildi: {deputy}',
    missing: 'Gün ve saati yazın.',
    pick: 'Bir kişi seçin.',
    ENDS_BEFORE_START: 'Bitiş, başlangıçtan sonra olmalı.',
    OVER: 'Bitiş geçmişte kalıyor.',
    TOO_LONG: 'Bir vekâlet en çok 180 gün sürer.',
    overlap: 'Bu kişiye aynı günler için verilmiş bir vekâlet var.',
  },
  {
    grant: 'Name a deputy',
    title: 'Name a deputy',
    deputy: 'Deputy',
    deputyHint: 'Somebody of your office',
    scope: 'What do they sign?',
    BULLETINS: 'Bulletins alone',
    ALL: 'All signatures',
    allDetail: 'Bulletins and the charter',
    from: 'From',
    until: 'Until',
    untilHint: 'After this they cannot sign; at most 180 days after the beginning',
    reason: 'Reason',
    reasonHint: 'Like annual leave; it shows on record',
    cancel: 'Cancel',
    give: 'Name as deputy',
    given: 'Named as deputy: {deputy}',
    missing: 'Give day and time.',
    pick: 'Choose a person.',
    ENDS_BEFORE_START: 'The end must come after the beginning.',
    OVER: 'The end is in the past.',
    TOO_LONG: 'A deputyship lasts at most 180 days.',
    overlap: 'This person is deputy on these days already.',
  },
);

const GrantMutation = graphql(
  `
    mutation DeputyshipGrant($input: DeputyshipGrantInput!) {
      deputyshipGrant(input: $input) {
        deputyship {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface Person {
  readonly isCurrent: boolean;
  readonly title: string;
  readonly user: { readonly id: string; readonly name: string; readonly isSuspended: boolean };
}

interface GrantProps {
  readonly members: readonly Person[];
  readonly onDone: () => void;
}

/** The button by which the press director names who signs in their place. */
export function GrantDeputyship(props: GrantProps) {
  const { isOpen, open, close } = useDisclosure();
  return (
    <>
      <Button look="primary" onPress={open}>
        {m.grant()}
      </Button>
      {isOpen ? <GrantDialog {...props} onClose={close} /> : null}
    </>
  );
}

const fields = ['deputyId', 'scope', 'validFrom', 'validUntil', 'reason'] as const;

function GrantDialog({ members, onDone, onClose }: GrantProps & { readonly onClose: () => void }) {
  const { viewer } = useSession();
  const [deputyId, setDeputyId] = useState<string | null>(null);
  const [scope, setScope] = useState<'ALL' | 'BULLETINS'>('BULLETINS');
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { run, isPending, errors } = useAct(GrantMutation);
  const people = members.filter(({ isCurrent, user }) => isCurrent && !user.isSuspended && user.id !== viewer.user.id);
  const options = people.map(({ user, title }) => ({ value: user.id, label: user.name, detail: title }));

  async function grant() {
    setIsTried(true);
    if (deputyId === null || from === null || until === null) return;
    const input = { deputyId, scope, reason, validFrom: instantOf(from), validUntil: instantOf(until) };
    const { isDone } = await run({ input });
    if (!isDone) return;
    onClose();
    onDone();
    toast(m.given({ deputy: people.find(({ user }) => user.id === deputyId)?.user.name ?? '' }));
  }

  const missing = (value: string | null, sentence: string) => (isTried && value === null ? sentence : undefined);
  return (
    <Dialog
      title={m.title()}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button type="submit" form="vekalet" look="primary" isPending={isPending}>
            {m.give()}
          </Button>
        </>
      }
    >
      <Form
        id="vekalet"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void grant();
        }}
      >
        <ErrorSummary errors={errorsBeside(errors, fields)} />
        <ComboField
          label={m.deputy()}
          hint={m.deputyHint()}
          options={options}
          value={deputyId}
          onChange={setDeputyId}
          matches={(text, query) => fold(text).includes(fold(query))}
          error={deputyComplaint(errors) ?? missing(deputyId, m.pick())}
        />
        <RadioField
          label={m.scope()}
          value={scope}
          options={[
            { value: 'BULLETINS', label: m.BULLETINS() },
            { value: 'ALL', label: m.ALL(), detail: m.allDetail() },
          ]}
          onChange={setScope}
        />
        <DateTimeField
          label={m.from()}
          value={from}
          onChange={setFrom}
          error={errorFor(errors, 'validFrom') ?? missing(from, m.missing())}
        />
        <DateTimeField
          label={m.until()}
          hint={m.untilHint()}
          value={until}
          onChange={setUntil}
          error={spanComplaint(errors) ?? missing(until, m.missing())}
        />
        <TextField
          label={m.reason()}
          hint={m.reasonHint()}
          value={reason}
          onChange={setReason}
          error={errorFor(errors, 'reason')}
          isRequired
          maxLength={300}
        />
      </Form>
    </Dialog>
  );
}

function deputyComplaint(errors: readonly UserError[]): string | undefined {
  return errors.some(({ code, path }) => code === 'TAKEN' && path.includes('deputyId'))
    ? m.overlap()
    : errorFor(errors, 'deputyId');
}

/** What is wrong with the span, as the API names it. */
function spanComplaint(errors: readonly UserError[]): string | undefined {
  const fault = errors.find(({ path }) => path.includes('validUntil'));
  if (fault === undefined) return undefined;
  const known = ['ENDS_BEFORE_START', 'OVER', 'TOO_LONG'].find((name) => name === fault.message);
  return known === undefined ? errorFor(errors, 'validUntil') : sentenceOf(m, known);
}
