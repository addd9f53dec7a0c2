import { Link, useNavigate } from '@tanstack/react-router';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import { TemplateForm, type TemplateDraft } from './template-form';
import { emptyTexts, sectionsOf } from './template-words';
import { CreateTemplate } from './templates-query';

const m = catalogue(
  { title: 'Yeni şablon', back: 'Şablonlar', kept: 'Şablon saklandı: {name}' },
  { title: 'New template', back: 'Templates', kept: 'Template kept: {name}' },
);

const keepers = ['EDITOR', 'PRESS_DIRECTOR', 'DEPARTMENT_HEAD'];

/** A template that is written here. */
export function NewTemplatePage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { run, errors, isPending } = useAct(CreateTemplate);
  const keep = async ({ name, kind, texts }: TemplateDraft) => {
    const outcome = await run({ input: { name, kind, sections: sectionsOf(texts, []) } });
    if (!outcome.isDone) return;
    toast(m.kept({ name: name.trim() }));
    await navigate({ to: '/sablonlar' });
  };
  return (
    <Page
      title={m.title()}
      width="text"
      back={
        <Link to="/sablonlar" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      }
    >
      <TemplateForm
        initial={{ name: '', kind: 'BULLETIN', texts: emptyTexts }}
        before={[]}
        isEditable={viewer.office !== null && keepers.includes(viewer.role ?? '')}
        isPending={isPending}
        errors={errors}
        onSubmit={(draft) => void keep(draft)}
      />
    </Page>
  );
}
