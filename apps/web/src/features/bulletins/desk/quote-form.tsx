import { useState } from 'react';
import { formatDay } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { RadioField, TextField } from '../../../ui/field';
import { Dialog, useDisclosure } from '../../../ui/overlay';
import type { DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';
import { EditSection } from './section-acts';
import css from './quote-form.module.css';

const m = catalogue(
  {
    missing: 'Konuşan ve onayı eksik',
    noConsent: 'Alıntı onayı yok',
    consent: 'Onay: {by}, {scope} ({at})',
    edit: 'Konuşan ve onay',
    name: 'Adı soyadı',
    role: 'Unvanı',
    roleHint: 'Örnek: Edremit Belediye Başkanı',
    givenBy: 'Onayı veren',
    givenByHint: 'Konuşanın kendisi ya da adına onay veren kişi',
    scope: 'Kullanım izni',
    THIS_BULLETIN: 'Yalnız bu bülten',
    BULLETIN_AND_SOCIAL: 'Bülten ve sosyal medya',
    REUSE: 'Sonraki içeriklerde de',
    save: 'Kaydet',
    need: 'Bu alanı doldurun.',
  },
  {
    missing: 'Speaker and consent missing',
    noConsent: 'No consent to the quote',
    consent: 'Consent: {by}, {scope} ({at})',
    edit: 'Speaker and consent',
    name: 'Name',
    role: 'Title',
    roleHint: 'For example: Mayor of Edremit',
    givenBy: 'Consent given by',
    givenByHint: 'The speaker, or who consents for them',
    scope: 'May be used in',
    THIS_BULLETIN: 'This bulletin only',
    BULLETIN_AND_SOCIAL: 'The bulletin and social media',
    REUSE: 'Later content too',
    save: 'Save',
    need: 'Fill this in.',
  },
);

type Scope = NonNullable<DeskSection['consent']>['scope'];
const scopes: readonly Scope[] = ['THIS_BULLETIN', 'BULLETIN_AND_SOCIAL', 'REUSE'];

/** Who says the quote and who allowed it; both are needed before release. */
export function QuoteForm({ section }: { readonly section: DeskSection }) {
  const dialog = useDisclosure();
  const { speaker, consent } = section;
  const who = [speaker?.name, speaker?.role].filter((part) => part !== null && part !== undefined && part !== '');
  return (
    <footer className={css.quote}>
      <p className={css.speaker}>{who.length === 0 ? m.missing() : who.join(', ')}</p>
      <p className="quiet small">
        {consent === null
          ? m.noConsent()
          : m.consent({ by: consent.givenBy, scope: sentenceOf(m, consent.scope), at: formatDay(consent.givenAt) })}
      </p>
      {section.viewerCan.includes('EDIT') ? (
        <Button look="quiet" onPress={dialog.open}>
          {m.edit()}
        </Button>
      ) : null}
      {dialog.isOpen ? <QuoteDialog section={section} onClose={dialog.close} /> : null}
    </footer>
  );
}

function QuoteDialog({ section, onClose }: { readonly section: DeskSection; readonly onClose: () => void }) {
  const { bulletin } = useDesk();
  const { run, isPending, errors } = useAct(EditSection);
  const [name, setName] = useState(section.speaker?.name ?? '');
  const [role, setRole] = useState(section.speaker?.role ?? '');
  const [givenBy, setGivenBy] = useState(section.consent?.givenBy ?? '');
  const [scope, setScope] = useState<Scope>(section.consent?.scope ?? 'THIS_BULLETIN');
  const [isTried, setIsTried] = useState(false);
  const save = async () => {
    setIsTried(true);
    if (role.trim() === '') return;
    const { isDone } = await run({
      id: bulletin.id,
      sectionId: section.id,
      input: {
        expectedVersion: section.version,
        speaker: { name: name.trim() === '' ? null : name.trim(), role: role.trim() },
        consent: givenBy.trim() === '' ? null : { givenBy: givenBy.trim(), scope },
      },
    });
    if (isDone) onClose();
  };
  const needsRole = isTried && role.trim() === '' ? m.need() : undefined;
  return (
    <Dialog
      title={m.edit()}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <Button look="primary" isPending={isPending} onPress={() => void save()}>
          {m.save()}
        </Button>
      }
    >
      <ErrorSummary errors={errorsBeside(errors, ['name', 'role', 'givenBy'])} />
      <TextField
        label={m.name()}
        value={name}
        onChange={setName}
        maxLength={120}
        isOptional
        error={errorFor(errors, 'name')}
      />
      <TextField
        label={m.role()}
        hint={m.roleHint()}
        value={role}
        onChange={setRole}
        maxLength={160}
        isRequired
        error={needsRole ?? errorFor(errors, 'role')}
      />
      <TextField
        label={m.givenBy()}
        hint={m.givenByHint()}
        value={givenBy}
        onChange={setGivenBy}
        maxLength={160}
        error={errorFor(errors, 'givenBy')}
      />
      <RadioField
        label={m.scope()}
        value={scope}
        onChange={setScope}
        options={scopes.map((value) => ({ value, label: m[value]() }))}
      />
    </Dialog>
  );
}
