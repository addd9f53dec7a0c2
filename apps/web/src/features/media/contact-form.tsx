import { useState } from 'react';
import { useQuery } from 'urql';
import { matchesSearch } from '@turkish/search';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { Checkbox, ComboField, SelectField, TextField } from '../../ui/field';
import { toast } from '../../ui/toast';
import type { ContactDetails } from './contact-sheet';
import { legalBases, optionsOf, type LegalBasis } from './media-words';
import css from './media.module.css';
import { orNull } from './or-null';

const m = catalogue(
  {
    name: 'Ad soyad',
    unit: 'Görev ya da masa',
    email: 'E-posta adresi',
    phone: 'Telefon',
    outlet: 'Kuruluş',
    noOutlet: 'Kuruluşu yok (serbest)',
    legalBasis: 'Hukuki dayanak',
    source: 'Adres nereden alındı',
    sourceHint: 'Örneğin: gazetenin künyesi, kartvizit, kendi başvurusu',
    noticeGivenOn: 'Aydınlatma tarihi',
    reviewDueOn: 'Gözden geçirme tarihi',
    notes: 'Notlar',
    notesHint: 'Yalnız işinizin gerektirdiğini yazın; kişi bu notları görmek isteyebilir.',
    active: 'Etkin: bülten gönderilir',
    add: 'Ekle',
    save: 'Kaydet',
    added: 'Kişi rehbere eklendi.',
    saved: 'Kişi kaydedildi.',
  },
  {
    name: 'Name',
    unit: 'Duty or desk',
    email: 'E-mail address',
    phone: 'Phone',
    outlet: 'Outlet',
    noOutlet: 'No outlet (freelance)',
    legalBasis: 'Legal basis',
    source: 'Where the address is from',
    sourceHint: 'For example: imprint of the paper, a business card, own request',
    noticeGivenOn: 'Privacy notice given on',
    reviewDueOn: 'To be reviewed on',
    notes: 'Notes',
    notesHint: 'Write only what your work needs; the person may ask to see it.',
    active: 'Active: receives bulletins',
    add: 'Add',
    save: 'Save',
    added: 'The person was added to the guide.',
    saved: 'The person was saved.',
  },
);

const OutletsQuery = graphql(`
  query MediaOutletNames {
    mediaOutlets(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const CreateMutation = graphql(
  `
    mutation MediaContactCreate($input: MediaContactCreateInput!) {
      mediaContactCreate(input: $input) {
        contact {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const UpdateMutation = graphql(
  `
    mutation MediaContactUpdate($id: ID!, $input: MediaContactUpdateInput!) {
      mediaContactUpdate(id: $id, input: $input) {
        contact {
          id
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const fields = ['name', 'unit', 'email', 'phone', 'source', 'noticeGivenOn', 'reviewDueOn', 'notes', 'outletId'];

interface ContactFormProps {
  readonly contact: ContactDetails | null;
  readonly onSaved: () => void;
}

export function ContactForm({ contact, onSaved }: ContactFormProps) {
  const [{ data }] = useQuery({ query: OutletsQuery });
  const create = useAct(CreateMutation);
  const update = useAct(UpdateMutation);
  const { errors } = contact === null ? create : update;
  const [name, setName] = useState(contact?.name ?? '');
  const [unit, setUnit] = useState(contact?.unit ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [outletId, setOutletId] = useState(contact?.outlet?.id ?? '');
  const [legalBasis, setLegalBasis] = useState<LegalBasis>(contact?.legalBasis ?? 'MADE_PUBLIC');
  const [source, setSource] = useState(contact?.source ?? '');
  const [noticeGivenOn, setNoticeGivenOn] = useState(contact?.noticeGivenOn ?? '');
  const [reviewDueOn, setReviewDueOn] = useState(contact?.reviewDueOn ?? '');
  const [notes, setNotes] = useState(contact?.notes ?? '');
  const [isActive, setIsActive] = useState(contact?.isActive ?? true);
  const isReadOnly = contact !== null && (!contact.viewerCan.includes('EDIT') || contact.anonymisedAt !== null);

  async function save() {
    const written = {
      name: orNull(name),
      unit: orNull(unit),
      email: email.trim(),
      phone: orNull(phone),
      outletId: orNull(outletId),
      legalBasis,
      source: source.trim(),
      noticeGivenOn: orNull(noticeGivenOn),
      notes: notes.trim(),
    };
    const review = reviewDueOn === '' ? {} : { reviewDueOn };
    const outcome =
      contact === null
        ? await create.run({ input: { ...written, ...review } })
        : await update.run({
            id: contact.id,
            input: { ...written, ...review, isActive, expectedVersion: contact.version },
          });
    if (!outcome.isDone) return;
    toast(contact === null ? m.added() : m.saved());
    onSaved();
  }

  const outlets = data?.mediaOutlets.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, fields)} />
      <div className={css.pair}>
        <TextField
          label={m.name()}
          value={name}
          onChange={setName}
          error={errorFor(errors, 'name')}
          isReadOnly={isReadOnly}
        />
        <TextField
          label={m.unit()}
          value={unit}
          onChange={setUnit}
          error={errorFor(errors, 'unit')}
          isReadOnly={isReadOnly}
        />
        <TextField
          label={m.email()}
          type="email"
          value={email}
          onChange={setEmail}
          error={errorFor(errors, 'email')}
          isReadOnly={isReadOnly}
          isRequired
        />
        <TextField
          label={m.phone()}
          type="tel"
          value={phone}
          onChange={setPhone}
          error={errorFor(errors, 'phone')}
          isReadOnly={isReadOnly}
        />
      </div>
      <ComboField
        label={m.outlet()}
        value={outletId}
        options={[{ value: '', label: m.noOutlet() }, ...outlets]}
        onChange={setOutletId}
        matches={matchesSearch}
        error={errorFor(errors, 'outletId')}
        isDisabled={isReadOnly}
      />
      <SelectField
        label={m.legalBasis()}
        value={legalBasis}
        options={optionsOf(legalBases)}
        onChange={setLegalBasis}
        isDisabled={isReadOnly}
      />
      <TextField
        label={m.source()}
        hint={m.sourceHint()}
        value={source}
        onChange={setSource}
        error={errorFor(errors, 'source')}
        isReadOnly={isReadOnly}
        isRequired
      />
      <div className={css.pair}>
        <TextField
          label={m.noticeGivenOn()}
          type="date"
          value={noticeGivenOn}
          onChange={setNoticeGivenOn}
          error={errorFor(errors, 'noticeGivenOn')}
          isReadOnly={isReadOnly}
        />
        <TextField
          label={m.reviewDueOn()}
          type="date"
          value={reviewDueOn}
          onChange={setReviewDueOn}
          error={errorFor(errors, 'reviewDueOn')}
          isReadOnly={isReadOnly}
        />
      </div>
      <TextField
        label={m.notes()}
        hint={m.notesHint()}
        rows={3}
        value={notes}
        onChange={setNotes}
        error={errorFor(errors, 'notes')}
        isReadOnly={isReadOnly}
      />
      {contact === null ? null : (
        <Checkbox isSelected={isActive} onChange={setIsActive} isDisabled={isReadOnly}>
          {m.active()}
        </Checkbox>
      )}
      {isReadOnly ? null : (
        <div>
          <Button type="submit" look="primary" isPending={create.isPending || update.isPending}>
            {contact === null ? m.add() : m.save()}
          </Button>
        </div>
      )}
    </Form>
  );
}
