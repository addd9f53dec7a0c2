import { catalogue } from '../../../lib/messages';
import { SelectField, TextField } from '../../../ui/field';
import css from '../administration.module.css';
import { kindName, signoffSentence, type SignoffRule } from './charter-words';

const m = catalogue(
  {
    signers: 'Kimin oluru gerekir?',
    ALL_PARTICIPANTS: 'Katılan bütün birimlerin',
    LEAD_AND_QUORUM: 'Yürütücünün ve bir sayıda ortağın',
    LEAD_ONLY: 'Yalnız yürütücünün',
    quorum: 'Ortak sayısı',
    hours: 'Yanıt süresi (saat)',
    hoursHint: '1–720; boşsa süre yok',
    silence: 'Süre dolarsa',
    BLOCK: 'Servis bekler',
    GO_WITHOUT: 'Yanıt vermeyen birim olmadan servis edilir',
  },
  {
    signers: 'Who must sign?',
    ALL_PARTICIPANTS: 'All offices that take part',
    LEAD_AND_QUORUM: 'The lead and a number of partners',
    LEAD_ONLY: 'The lead alone',
    quorum: 'Number of partners',
    hours: 'Time to answer (hours)',
    hoursHint: '1–720; empty: no limit',
    silence: 'When the time is over',
    BLOCK: 'The release waits',
    GO_WITHOUT: 'It goes out without the office',
  },
);

const signers = ['ALL_PARTICIPANTS', 'LEAD_AND_QUORUM', 'LEAD_ONLY'] as const;

interface RuleFieldsProps {
  readonly rule: SignoffRule;
  readonly onChange: (changes: Partial<Omit<SignoffRule, 'kind'>>) => void;
}

/** A whole number that is typed, or nothing. */
function numberOf(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? null : number;
}

/** The rule for one kind of bulletin; what cannot go together is not offered. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const hasLimit = rule.answerWithinHours !== null;
  const silences = hasLimit ? (['BLOCK', 'GO_WITHOUT'] as const) : (['BLOCK'] as const);
  return (
    <fieldset className={css.card}>
      <legend>
        <strong>{kindName(rule.kind)}</strong>
      </legend>
      <SelectField
        label={m.signers()}
        value={rule.signers}
        options={signers.map((value) => ({ value, label: m[value]() }))}
        onChange={(value) =>
          onChange({ signers: value, quorum: value === 'LEAD_AND_QUORUM' ? (rule.quorum ?? 1) : null })
        }
      />
      {rule.signers === 'LEAD_AND_QUORUM' ? (
        <TextField
          label={m.quorum()}
          inputMode="numeric"
          value={String(rule.quorum ?? '')}
          onChange={(text) => onChange({ quorum: numberOf(text) })}
          isRequired
        />
      ) : null}
      <TextField
        label={m.hours()}
        hint={m.hoursHint()}
        inputMode="numeric"
        value={String(rule.answerWithinHours ?? '')}
        onChange={(text) => {
          const answerWithinHours = numberOf(text);
          onChange({ answerWithinHours, ...(answerWithinHours === null ? { onSilence: 'BLOCK' } : {}) });
        }}
      />
      <SelectField
        label={m.silence()}
        value={rule.onSilence}
        options={silences.map((value) => ({ value, label: m[value]() }))}
        onChange={(onSilence) => onChange({ onSilence })}
        isDisabled={!hasLimit}
      />
      <p className="quiet small">{signoffSentence(rule)}</p>
    </fieldset>
  );
}
