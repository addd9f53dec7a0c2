import { useSession } from '../../lib/session';
import { catalogue, sentenceOf } from '../../lib/messages';
import { SelectField } from '../../ui/field';
import { attendanceWords, roleWords } from './calendar-words';
import type { Attendance, AttendanceStatus, ProtocolRole } from './event-draft';
import css from './event-form.module.css';

const m = catalogue(
  {
    title: 'Protokol',
    hint: 'Davet kimsenin zamanını tutmaz; yalnız teyitli olan çakışır. Her birim kendi yöneticileri için yanıt verir.',
    person: '{office}: {role}',
    none: 'Çağrılmadı',
  },
  {
    title: 'Protocol',
    hint: 'An invitation holds nobody’s time; only who confirmed collides. Each office answers for its own people.',
    person: '{office}: {role}',
    none: 'Not asked',
  },
);

const roles: readonly ProtocolRole[] = ['MAYOR', 'DEPUTY_MAYOR', 'SECRETARY_GENERAL', 'PRESS_DIRECTOR'];
const statuses: readonly AttendanceStatus[] = ['INVITED', 'CONFIRMED', 'DECLINED'];

interface AttendanceFieldProps {
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly value: readonly Attendance[];
  readonly onChange: (value: readonly Attendance[]) => void;
}

/** Who of protocol is asked: posts of the offices that take part. */
export function AttendanceField({ offices, value, onChange }: AttendanceFieldProps) {
  const { viewer } = useSession();
  const change = (officeId: string, role: ProtocolRole, status: AttendanceStatus | 'NONE') => {
    const others = value.filter((one) => one.officeId !== officeId || one.role !== role);
    onChange(status === 'NONE' ? others : [...others, { officeId, role, status }]);
  };
  return (
    <fieldset className={css.group}>
      <legend>{m.title()}</legend>
      <p className="quiet small">{m.hint()}</p>
      <div className={css.pair}>
        {offices.flatMap(({ id, name }) =>
          roles.map((role) => {
            const status = value.find((one) => one.officeId === id && one.role === role)?.status ?? 'NONE';
            const possible =
              id === viewer.office?.id ? statuses : statuses.filter((one) => one === 'INVITED' || one === status);
            return (
              <SelectField
                key={`${id} ${role}`}
                label={m.person({ office: name, role: sentenceOf(roleWords, role) })}
                value={status}
                options={[
                  { value: 'NONE' as const, label: m.none() },
                  ...possible.map((one) => ({ value: one, label: sentenceOf(attendanceWords, one) })),
                ]}
                onChange={(next) => change(id, role, next)}
              />
            );
          }),
        )}
      </div>
    </fieldset>
  );
}
