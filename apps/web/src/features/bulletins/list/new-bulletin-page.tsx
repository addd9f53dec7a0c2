import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ResultOf, VariablesOf } from '../../../lib/graphql';
import { headlineLength } from '@domain/bulletins/recommended-lengths';
import { catalogue } from '../../../lib/messages';
import { useIsOnline } from '../../../lib/online';
import { useSession, type SessionOffice } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { useAct } from '../../../lib/use-act';
import { Button, LinkButton } from '../../../ui/button';
import { errorFor, errorsBeside, ErrorSummary, EmptyState, Loaded } from '../../../ui/feedback';
import { SelectField, TextField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { kindSlugs, kindOfSlug } from './list-search';
import { kindName } from './list-words';
import css from './new-bulletin.module.css';
import { BeginBulletin, circlesOf, NewBulletinQuery } from './new-bulletin-query';
import { OfficeChoice } from './office-choice';
import { TemplateChoice } from './template-choice';

const m = catalogue(
  {
    title: 'Bülten yaz',
    back: 'Bültenler',
    kind: 'Tür',
    headline: 'Başlık',
    headlineHint: 'Şimdi boş bırakabilirsiniz; sonra metinde yazılır.',
    begin: 'Bülteni aç',
    beginJoint: 'Ortak bülteni aç',
    cancel: 'Vazgeç',
    offline: 'Çevrimdışısınız; bağlanınca açabilirsiniz.',
    forbidden: 'Bülten yazmak için bir birim adına çalışmanız gerekir',
    forbiddenText: 'Birimler ve üyelikler Yönetim sayfasındadır.',
    toList: 'Bültenlere dön',
  },
  {
    title: 'Write a bulletin',
    back: 'Bulletins',
    kind: 'Kind',
    headline: 'Headline',
    headlineHint: 'It may stay empty now and be written in the text.',
    begin: 'Open the bulletin',
    beginJoint: 'Open the joint bulletin',
    cancel: 'Cancel',
    offline: 'You are offline; it can be opened once you are connected.',
    forbidden: 'To write a bulletin you must act for an office',
    forbiddenText: 'Offices and memberships are on the administration page.',
    toList: 'Back to the bulletins',
  },
);

type Kind = VariablesOf<typeof BeginBulletin>['input']['kind'];

/** Beginning a bulletin: from what, with which headline, with whom; everything else comes later. */
export function NewBulletinPage() {
  const { viewer, offices } = useSession();
  const own = viewer.office;
  const [result, readAgain] = useQuery({
    query: NewBulletinQuery,
    variables: { joint: { isJoint: true, officeCode: own?.code ?? null } },
    pause: own === null,
  });
  const askable = offices
    .filter(({ id, state }) => state === 'ACTIVE' && id !== own?.id)
    .toSorted((one, other) => one.protocolOrder - other.protocolOrder);
  return (
    <Page
      title={m.title()}
      width="text"
      back={
        <Link to="/bultenler" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      }
    >
      {own === null || viewer.role === 'OBSERVER' ? (
        <EmptyState title={m.forbidden()} action={<LinkButton href="/bultenler">{m.toList()}</LinkButton>}>
          {m.forbiddenText()}
        </EmptyState>
      ) : (
        <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
          {(data) => <NewBulletinForm data={data} officeId={own.id} askable={askable} />}
        </Loaded>
      )}
    </Page>
  );
}

interface NewBulletinFormProps {
  readonly data: ResultOf<typeof NewBulletinQuery>;
  readonly officeId: string;
  readonly askable: readonly SessionOffice[];
}

function NewBulletinForm({ data, officeId, askable }: NewBulletinFormProps) {
  const { sablon } = useSearch({ from: '/shell/bultenler/yeni' });
  const [templateId, setTemplateId] = useState(sablon ?? null);
  const [kind, setKind] = useState<Kind>('BULLETIN');
  const [headline, setHeadline] = useState('');
  const [officeIds, setOfficeIds] = useState<readonly string[]>([]);
  const navigate = useNavigate();
  const isOnline = useIsOnline();
  const { run, errors, isPending } = useAct(BeginBulletin);
  const template = data.bulletinTemplates.find(({ id }) => id === templateId);
  const begin = async () => {
    const input = {
      kind,
      templateId: template?.id ?? null,
      headline: headline.trim() || null,
      officeIds: [...officeIds],
    };
    const outcome = await run({ input });
    const begun = outcome.isDone ? outcome.payload.bulletin : null;
    if (begun) await navigate({ to: '/bultenler/$id', params: { id: begun.id }, replace: true });
  };
  useShortcut('Ctrl+Enter', m.begin(), () => void begin());
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isOnline) void begin();
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, ['headline'])} />
      <TemplateChoice templates={data.bulletinTemplates} chosenId={template?.id ?? null} onChange={setTemplateId} />
      {template === undefined ? (
        <SelectField
          label={m.kind()}
          value={kind ?? 'BULLETIN'}
          options={kindSlugs
            .filter((slug) => slug !== 'duzeltme')
            .map((slug) => ({ value: kindOfSlug(slug), label: kindName(slug) }))}
          onChange={setKind}
        />
      ) : null}
      <TextField
        label={m.headline()}
        hint={m.headlineHint()}
        isOptional
        value={headline}
        onChange={setHeadline}
        maxLength={300}
        recommendedLength={headlineLength}
        error={errorFor(errors, 'headline')}
      />
      {askable.length === 0 ? null : (
        <OfficeChoice
          offices={askable}
          circles={circlesOf(
            data,
            officeId,
            askable.map(({ id }) => id),
          )}
          chosen={officeIds}
          onChange={setOfficeIds}
        />
      )}
      <div className={css.acts}>
        <LinkButton href="/bultenler">{m.cancel()}</LinkButton>
        <Button type="submit" look="primary" isPending={isPending} refusal={isOnline ? undefined : m.offline()}>
          {officeIds.length === 0 ? m.begin() : m.beginJoint()}
        </Button>
      </div>
    </form>
  );
}
