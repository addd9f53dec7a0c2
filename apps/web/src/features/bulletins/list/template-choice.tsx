import { kindWords, sectionWords } from '../../../lib/bulletin-words';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { RadioField } from '../../../ui/field';

import css from './new-bulletin.module.css';
import type { BeginTemplate } from './new-bulletin-query';

const m = catalogue(
  {
    title: 'Neyle başlansın',
    empty: 'Boş metin',
    preview: 'Şablonun metni',
    noWords: 'Şablonda henüz metin yok; bölümleri boş gelir.',
  },
  {
    title: 'Begin from',
    empty: 'An empty text',
    preview: 'Text of the template',
    noWords: 'The template has no words yet; its sections come empty.',
  },
);

const none = '-';

interface TemplateChoiceProps {
  readonly templates: readonly BeginTemplate[];
  readonly chosenId: string | null;
  readonly onChange: (templateId: string | null) => void;
}

/** An empty text or a template, whose words are shown before anything is begun. */
export function TemplateChoice({ templates, chosenId, onChange }: TemplateChoiceProps) {
  const chosen = templates.find(({ id }) => id === chosenId);
  if (templates.length === 0) return null;
  return (
    <div className={css.templates}>
      <RadioField
        label={m.title()}
        value={chosen?.id ?? none}
        options={[
          { value: none, label: m.empty() },
          ...templates.map(({ id, name, kind }) => ({ value: id, label: name, detail: sentenceOf(kindWords, kind) })),
        ]}
        onChange={(value) => onChange(value === none ? null : value)}
      />
      {chosen === undefined ? null : <TemplatePreview template={chosen} />}
    </div>
  );
}

/** The sections of the template in short; what is empty is left out. */
function TemplatePreview({ template }: { readonly template: BeginTemplate }) {
  const written = template.sections.filter(({ text }) => text.trim() !== '');
  return (
    <section className={css.preview} aria-label={m.preview()} tabIndex={0}>
      {written.length === 0 ? <p className="quiet">{m.noWords()}</p> : null}
      {written.map(({ kind, text }) => (
        <div key={kind}>
          <p className={css.part}>{sentenceOf(sectionWords, kind)}</p>
          <p className={css.text}>{text}</p>
        </div>
      ))}
    </section>
  );
}
