import { useState } from 'react';
import { kindWords, sectionWords } from '../../lib/bulletin-words';
import { catalogue } from '../../lib/messages';
import type { UserError } from '../../lib/errors';
import { Button, LinkButton } from '../../ui/button';
import { errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { SelectField, TextField } from '../../ui/field';
import css from './templates.module.css';
import {
  hasMarks,
  partKinds,
  templateKinds,
  type PartKind,
  type TemplateKind,
  type TemplateTexts,
} from './template-words';
import type { TemplateSection } from './templates-query';

const m = catalogue(
  {
    name: 'Şablonun adı',
    kind: 'Tür',
    words: 'Metin',
    hint: 'Boş bıraktığınız bölüm bültende de boş gelir. Değişecek yerleri köşeli ayraçla yazın: [tarih], [yer].',
    marked: 'Bu bölümde kalın yazı, bağlantı ya da liste var; değiştirirseniz düz yazıya döner.',
    paragraph: 'Yalnız sizin biriminizin paragrafı olarak gelir.',
    save: 'Şablonu sakla',
    cancel: 'Vazgeç',
    readOnly: 'Şablonları birimin editörleri ve müdürü değiştirir.',
  },
  {
    name: 'Name of the template',
    kind: 'Kind',
    words: 'Text',
    hint: 'A part that is left empty comes empty. Write what changes in brackets: [date], [place].',
    marked: 'This part has bold text, links or lists; changing it makes it plain.',
    paragraph: 'It comes as the paragraph of your office alone.',
    save: 'Keep the template',
    cancel: 'Cancel',
    readOnly: 'Templates are changed by editors and the director of the office.',
  },
);

export interface TemplateDraft {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly texts: TemplateTexts;
}

interface TemplateFormProps {
  readonly initial: TemplateDraft;
  readonly before: readonly TemplateSection[];
  readonly isEditable: boolean;
  readonly isPending: boolean;
  readonly errors: readonly UserError[];
  readonly onSubmit: (draft: TemplateDraft) => void;
}

const rowsOf: Readonly<Partial<Record<PartKind, number>>> = { LEAD: 5, FACTS: 4, OFFICE: 4, CLOSING: 3 };
const fields = ['name', 'kind'];

/** Name, kind and the words of each part. */
export function TemplateForm({ initial, before, isEditable, isPending, errors, onSubmit }: TemplateFormProps) {
  const [draft, setDraft] = useState(initial);
  const write = (kind: PartKind) => (text: string) => setDraft({ ...draft, texts: { ...draft.texts, [kind]: text } });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEditable) onSubmit(draft);
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, fields)} />
      <TextField
        label={m.name()}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={120}
        isReadOnly={!isEditable}
        isRequired
        error={errorFor(errors, 'name')}
      />
      <SelectField
        label={m.kind()}
        value={draft.kind}
        options={templateKinds.map((kind) => ({ value: kind, label: kindWords[kind]() }))}
        onChange={(kind) => setDraft({ ...draft, kind })}
        isDisabled={!isEditable}
      />
      <h2>{m.words()}</h2>
      <p className="quiet">{isEditable ? m.hint() : m.readOnly()}</p>
      {partKinds.map((kind) => {
        const rows = rowsOf[kind];
        return (
          <TextField
            key={kind}
            label={sectionWords[kind]()}
            hint={hintFor(kind, before)}
            isOptional
            value={draft.texts[kind]}
            onChange={write(kind)}
            isReadOnly={!isEditable}
            {...(rows === undefined ? {} : { rows })}
          />
        );
      })}
      <div className={css.formActs}>
        <LinkButton href="/sablonlar">{m.cancel()}</LinkButton>
        <Button type="submit" look="primary" isPending={isPending} refusal={isEditable ? undefined : m.readOnly()}>
          {m.save()}
        </Button>
      </div>
    </form>
  );
}

function hintFor(kind: PartKind, before: readonly TemplateSection[]): string | undefined {
  if (hasMarks(before.find((section) => section.kind === kind))) return m.marked();
  return kind === 'OFFICE' ? m.paragraph() : undefined;
}
