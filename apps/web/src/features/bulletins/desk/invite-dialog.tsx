import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { ErrorSummary } from '../../../ui/feedback';
import { Checkbox } from '../../../ui/field';
import { OfficeBadge } from '../../../ui/mark';
import { Confirm } from '../../../ui/overlay';
import { InviteOffices } from './bulletin-acts';
import { signatureOf } from './desk-bulletin';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    title: 'Ortak birim çağır',
    verb: 'Çağır',
    hint: 'Çağrılan birim, siz görüş isteyince metni görür; kendi paragrafını yalnız kendisi yazar.',
    none: 'Çağrılacak başka birim yok; etkin birimlerin tümü bültende.',
    pick: 'En az bir birim seçin.',
    done: 'Birimler çağrıldı.',
  },
  {
    title: 'Invite offices',
    verb: 'Invite',
    hint: 'An invited office sees the text once you ask for comments; it alone writes its own paragraph.',
    none: 'There is no other office to invite.',
    pick: 'Choose at least one office.',
    done: 'The offices are invited.',
  },
);

/** Asks other offices to take part; one that left may be asked again. */
export function InviteDialog() {
  const { bulletin, ask, run, isRunning, errors } = useDesk();
  const { offices } = useSession();
  const look = useOfficeLook();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = offices
    .filter(({ id, state }) => {
      const status = signatureOf(bulletin, id)?.status;
      return state !== 'INACTIVE' && (status === undefined || status === 'DECLINED');
    })
    .sort((left, right) => left.protocolOrder - right.protocolOrder);
  const toggle = (id: string) => (isIn: boolean) =>
    setChosen(isIn ? [...chosen, id] : chosen.filter((other) => other !== id));
  const invite = async () => {
    const done = await run(InviteOffices, { id: bulletin.id, input: { officeIds: [...chosen] } }, m.done());
    if (done !== null) ask(null);
  };
  return (
    <Confirm
      title={m.title()}
      isOpen
      onClose={() => ask(null)}
      onConfirm={invite}
      verb={m.verb()}
      isPending={isRunning}
      refusal={chosen.length === 0 ? m.pick() : undefined}
    >
      <ErrorSummary errors={errors} />
      <p className="quiet">{open.length === 0 ? m.none() : m.hint()}</p>
      <div className="stack">
        {open.map((office) => (
          <Checkbox key={office.id} isSelected={chosen.includes(office.id)} onChange={toggle(office.id)}>
            <OfficeBadge office={look(office)} isLong />
          </Checkbox>
        ))}
      </div>
    </Confirm>
  );
}
