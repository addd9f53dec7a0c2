import type { UserError } from '../../lib/errors';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { errorFor } from '../../ui/feedback';
import { Checkbox, TextField } from '../../ui/field';
import { OfficeBadge } from '../../ui/mark';
import { AttendanceField } from './attendance-field';
import type { DraftPartProps } from './event-draft';
import css from './event-form.module.css';

const m = catalogue(
  {
    partners: 'Ortak birimler',
    summary: 'Kısa metin',
    description: 'Uzun metin',
    contact: 'Basın için iletişim',
    note: 'İç not',
    noteHint: 'Yalnız hazırlayan birimler görür.',
    isPublic: 'Halka açık',
    isConfidential: 'Gizli: öteki birimler yalnız dolu olduğunu görür',
    more: 'Metinler, protokol ve görünürlük',
  },
  {
    partners: 'Partner offices',
    summary: 'Short text',
    description: 'Long text',
    contact: 'Press contact',
    note: 'Internal note',
    noteHint: 'Seen by the offices that prepare it alone.',
    isPublic: 'Open to the public',
    isConfidential: 'Confidential: other offices only see that you are busy',
    more: 'Texts, protocol and visibility',
  },
);

export interface Office {
  readonly id: string;
  readonly name: string;
  readonly shortCode: string;
  readonly colour: string;
  readonly state: string;
}

/** The offices that prepare it too. */
export function Partners({ draft, offices, onChange }: DraftPartProps & { readonly offices: readonly Office[] }) {
  const { viewer } = useSession();
  const others = offices.filter(({ id, state }) => state !== 'INACTIVE' && id !== viewer.office?.id);
  const change = (id: string, isIn: boolean) => {
    const partnerOfficeIds = isIn
      ? [...draft.partnerOfficeIds, id]
      : draft.partnerOfficeIds.filter((one) => one !== id);
    const attendances = isIn ? draft.attendances : draft.attendances.filter(({ officeId }) => officeId !== id);
    onChange({ partnerOfficeIds, attendances });
  };
  return (
    <fieldset className={css.group}>
      <legend>{m.partners()}</legend>
      <div className={css.ticks}>
        {others.map((office) => (
          <Checkbox
            key={office.id}
            label={office.name}
            isSelected={draft.partnerOfficeIds.includes(office.id)}
            onChange={(isIn) => change(office.id, isIn)}
          >
            <OfficeBadge office={office} isLong />
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

interface MoreProps extends DraftPartProps {
  readonly offices: readonly Office[];
  readonly errors: readonly UserError[];
}

/** What few events need at first: texts, protocol, who may see it. */
export function More({ draft, onChange, offices, errors }: MoreProps) {
  const { viewer } = useSession();
  const asked = draft.attendances.map(({ officeId }) => officeId);
  const parties = offices.filter(({ id }) => [viewer.office?.id, ...draft.partnerOfficeIds, ...asked].includes(id));
  return (
    <details className={css.more} open={draft.attendances.length > 0 || draft.summary !== ''}>
      <summary>{m.more()}</summary>
      <div className="stack">
        <TextField
          label={m.summary()}
          rows={3}
          value={draft.summary}
          onChange={(summary) => onChange({ summary })}
          error={errorFor(errors, 'summary')}
          recommendedLength={300}
          isOptional
        />
        <TextField
          label={m.description()}
          rows={5}
          value={draft.description}
          onChange={(description) => onChange({ description })}
          error={errorFor(errors, 'description')}
          isOptional
        />
        <TextField
          label={m.contact()}
          value={draft.contact}
          onChange={(contact) => onChange({ contact })}
          error={errorFor(errors, 'contact')}
          isOptional
        />
        <TextField
          label={m.note()}
          hint={m.noteHint()}
          rows={2}
          value={draft.internalNote}
          onChange={(internalNote) => onChange({ internalNote })}
          error={errorFor(errors, 'internalNote')}
          isOptional
        />
        <AttendanceField
          offices={parties}
          value={draft.attendances}
          onChange={(attendances) => onChange({ attendances })}
        />
        <div className={css.ticks}>
          <Checkbox
            isSelected={draft.isPublic && !draft.isConfidential}
            isDisabled={draft.isConfidential}
            onChange={(isPublic) => onChange({ isPublic })}
          >
            {m.isPublic()}
          </Checkbox>
          <Checkbox isSelected={draft.isConfidential} onChange={(isConfidential) => onChange({ isConfidential })}>
            {m.isConfidential()}
          </Checkbox>
        </div>
      </div>
    </details>
  );
}
