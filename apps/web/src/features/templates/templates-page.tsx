import { Link, useNavigate } from '@tanstack/react-router';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { sentenceForError } from '../../lib/errors';
import { kindWords, sectionWords } from '../../lib/bulletin-words';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useShortcut } from '../../lib/shortcuts';
import { useAct } from '../../lib/use-act';
import { LinkButton } from '../../ui/button';
import { EmptyState, Loaded } from '../../ui/feedback';
import { Keys } from '../../ui/keys';
import { LazyMenu } from '../../ui/lazy-menu';
import { Mark } from '../../ui/mark';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';

import { CreateTemplate, RemoveTemplate, TemplatesQuery, type Template } from './templates-query';
import css from './templates.module.css';

const m = catalogue(
  {
    title: 'Şablonlar',
    create: 'Şablon yaz',
    begin: 'Bülten yaz',
    beginWith: 'Bülten yaz: {name}',
    menu: 'İşlemler: {name}',
    open: 'Aç, düzenle',
    remove: 'Sil',
    removeRefusal: 'Şablonları birimin editörleri ve müdürü siler.',
    removed: 'Şablon silindi: {name}',
    empty: 'Biriminizin şablonu yok',
    emptyText:
      'Sık yazdığınız duyuruların metnini burada hazır tutun. Bitmiş bir bülteni de listedeki menüsünden şablon olarak saklayabilirsiniz.',
    emptyNoOffice: 'Şablonlar birimlerindir; bir birim adına çalışırken görünürler.',
    fromBulletin: 'Bülten listesini aç',
    noWords: 'Metinsiz',
  },
  {
    title: 'Templates',
    create: 'Write a template',
    begin: 'Write a bulletin',
    beginWith: 'Write a bulletin: {name}',
    menu: 'Acts: {name}',
    open: 'Open and edit',
    remove: 'Remove',
    removeRefusal: 'Templates are removed by editors and the director of the office.',
    removed: 'Template removed: {name}',
    empty: 'Your office has no template',
    emptyText:
      'Keep the text of announcements that you write often. A finished bulletin can be kept as a template from its menu in the list.',
    emptyNoOffice: 'Templates belong to offices; they are shown while you act for one.',
    fromBulletin: 'Open the list of bulletins',
    noWords: 'No words',
  },
);

/** The starting texts of the office. */
export function TemplatesPage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const [result, readAgain] = useQuery({ query: TemplatesQuery });
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  const mayWrite = viewer.office !== null && viewer.role !== 'OBSERVER' && viewer.role !== 'STAFF';
  useShortcut('N', mayWrite ? m.create() : '', () => void navigate({ to: '/sablonlar/yeni' }));
  const create = (
    <LinkButton look="primary" href="/sablonlar/yeni" aria-keyshortcuts="N">
      <IconPlus size={20} aria-hidden /> {m.create()}{' '}
      <span className={css.keys} aria-hidden>
        <Keys keys="N" />
      </span>
    </LinkButton>
  );
  return (
    <Page title={m.title()} actions={mayWrite ? create : undefined}>
      <Loaded result={result} onRetry={refresh}>
        {({ bulletinTemplates }) =>
          bulletinTemplates.length === 0 ? (
            <EmptyState title={m.empty()} action={<EmptyActs mayWrite={mayWrite} />}>
              {viewer.office === null ? m.emptyNoOffice() : m.emptyText()}
            </EmptyState>
          ) : (
            <ul className={css.list}>
              {bulletinTemplates.map((template) => (
                <TemplateRow key={template.id} template={template} onChanged={refresh} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function EmptyActs({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <span className="row">
      {mayWrite ? (
        <LinkButton look="primary" href="/sablonlar/yeni">
          {m.create()}
        </LinkButton>
      ) : null}
      <LinkButton href="/bultenler">{m.fromBulletin()}</LinkButton>
    </span>
  );
}

interface TemplateRowProps {
  readonly template: Template;
  readonly onChanged: () => void;
}

function TemplateRow({ template, onChanged }: TemplateRowProps) {
  const { id, name, kind, sections, isEditable } = template;
  const navigate = useNavigate();
  const remove = useRemoval(onChanged);
  const parts = sections.filter(({ text }) => text.trim() !== '');
  return (
    <li className={css.row} data-row={id}>
      <div className={css.words}>
        <h2 className={css.name}>
          <Link to="/sablonlar/$id" params={{ id }}>
            {name}
          </Link>
        </h2>
        <p className={css.facts}>
          <Mark>{sentenceOf(kindWords, kind)}</Mark>
          <span>
            {parts.length === 0 ? m.noWords() : parts.map((part) => sentenceOf(sectionWords, part.kind)).join(' · ')}
          </span>
        </p>
        <p className={css.text}>{parts.map(({ text }) => text).join(' ')}</p>
      </div>
      <div className={css.acts}>
        <LinkButton href={`/bultenler/yeni?sablon=${id}`} aria-label={m.beginWith({ name })}>
          {m.begin()}
        </LinkButton>
        <LazyMenu
          label={m.menu({ name })}
          look="icon"
          isSign
          acts={[
            { id: 'open', label: m.open(), run: () => void navigate({ to: '/sablonlar/$id', params: { id } }) },
            {
              id: 'remove',
              label: m.remove(),
              isDangerous: true,
              refusal: isEditable ? undefined : m.removeRefusal(),
              run: () => void remove(template),
            },
          ]}
        >
          <IconDots size={20} aria-hidden />
        </LazyMenu>
      </div>
    </li>
  );
}

/** Removes a template at once; "Geri al" writes it anew with the same words. */
function useRemoval(onChanged: () => void) {
  const removal = useAct(RemoveTemplate);
  const { run: keepAgain } = useAct(CreateTemplate);
  return async ({ id, name, kind, sections }: Template) => {
    const outcome = await removal.run({ id });
    if (!outcome.isDone) return toast(outcome.errors.map(sentenceForError).join(' '));
    onChanged();
    const restore = async () => {
      const words = sections.map((section) => ({ kind: section.kind, content: section.content }));
      await keepAgain({ input: { name, kind, sections: words } });
      onChanged();
    };
    toast(m.removed({ name }), () => void restore());
  };
}
