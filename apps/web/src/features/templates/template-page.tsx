import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { sectionWords } from '../../lib/bulletin-words';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button, LinkButton } from '../../ui/button';
import { Banner, EmptyState, Loaded } from '../../ui/feedback';
import { DiffView } from '../../ui/diff-view';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import { TemplateForm, type TemplateDraft } from './template-form';
import { partKinds, sectionsOf, templateKinds, textsOf, type TemplateTexts } from './template-words';
import { TemplatesQuery, UpdateTemplate, type Template } from './templates-query';
import { useState } from 'react';

const m = catalogue(
  {
    title: 'Şablon',
    back: 'Şablonlar',
    begin: 'Bununla bülten yaz',
    kept: 'Şablon saklandı: {name}',
    gone: 'Bu şablon bulunamadı',
    goneText: 'Silinmiş ya da başka bir birimin şablonu olabilir.',
    all: 'Şablonlara dön',
    stale: 'Siz yazarken şablon değişti. Sizin yazdığınız ile güncel metin arasındaki farklar:',
    keepMine: 'Benim yazdığımı sakla',
  },
  {
    title: 'Template',
    back: 'Templates',
    begin: 'Write a bulletin from it',
    kept: 'Template kept: {name}',
    gone: 'This template was not found',
    goneText: 'It may be removed, or belong to another office.',
    all: 'Back to the templates',
    stale: 'The template changed while you were writing. What differs between the current text and yours:',
    keepMine: 'Keep mine',
  },
);

/** One template: its words, to change or to begin a bulletin from. */
export function TemplatePage() {
  const { id } = useParams({ from: '/shell/sablonlar/$id' });
  const [result, readAgain] = useQuery({ query: TemplatesQuery });
  const template = result.data?.bulletinTemplates.find((other) => other.id === id);
  return (
    <Page
      title={template?.name ?? m.title()}
      width="text"
      back={
        <Link to="/sablonlar" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      }
      actions={template && <LinkButton href={`/bultenler/yeni?sablon=${id}`}>{m.begin()}</LinkButton>}
    >
      <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
        {() =>
          template === undefined ? (
            <EmptyState title={m.gone()} action={<LinkButton href="/sablonlar">{m.all()}</LinkButton>}>
              {m.goneText()}
            </EmptyState>
          ) : (
            <EditTemplate key={id} template={template} onStale={() => readAgain({ requestPolicy: 'network-only' })} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface EditTemplateProps {
  readonly template: Template;
  readonly onStale: () => void;
}

function EditTemplate({ template, onStale }: EditTemplateProps) {
  const navigate = useNavigate();
  const [base, setBase] = useState(template);
  const [refused, setRefused] = useState<TemplateDraft | null>(null);
  const { run, errors, isPending } = useAct(UpdateTemplate);
  const save = async (draft: TemplateDraft, on: Template) => {
    const { name, kind, texts } = draft;
    const input = { expectedVersion: on.version, name, kind, sections: sectionsOf(texts, on.sections) };
    const outcome = await run({ id: on.id, input });
    if (!outcome.isDone) {
      const isStale = outcome.errors.some(({ code }) => code === 'STALE_VERSION');
      setRefused(isStale ? draft : null);
      return isStale ? onStale() : undefined;
    }
    toast(m.kept({ name: name.trim() }));
    await navigate({ to: '/sablonlar' });
  };
  const takeMine = (draft: TemplateDraft) => {
    setBase(template);
    void save(draft, template);
  };
  const isCompared = refused !== null && template.version !== base.version;
  return (
    <>
      {isCompared ? (
        <Banner tone="warn">
          <p>{m.stale()}</p>
          <Differences before={textsOf(template)} after={refused.texts} />
          <Button onPress={() => takeMine(refused)}>{m.keepMine()}</Button>
        </Banner>
      ) : null}
      <TemplateForm
        initial={{
          name: base.name,
          kind: templateKinds.find((kind) => kind === base.kind) ?? 'BULLETIN',
          texts: textsOf(base),
        }}
        before={base.sections}
        isEditable={base.isEditable}
        isPending={isPending}
        errors={isCompared ? [] : errors}
        onSubmit={(draft) => void save(draft, base)}
      />
    </>
  );
}

/** Part by part, only what differs. */
function Differences({ before, after }: { readonly before: TemplateTexts; readonly after: TemplateTexts }) {
  return partKinds
    .filter((kind) => before[kind] !== after[kind])
    .map((kind) => (
      <div key={kind}>
        <p className="small">
          <strong>{sectionWords[kind]()}</strong>
        </p>
        <DiffView before={before[kind]} after={after[kind]} />
      </div>
    ));
}
