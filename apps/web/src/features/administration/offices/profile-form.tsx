import { useState } from 'react';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';
import { LogoField } from './logo-field';

const m = catalogue(
  {
    title: 'Profil',
    intro: 'Bültenlerin altında ve basın odasında böyle görünür.',
    pressUnit: 'Basın birimi',
    contactName: 'İrtibat kişisi ya da masası',
    contactPhone: 'Telefon',
    contactPhoneHint: '0266 555 01 10 gibi',
    contactEmail: 'E-posta',
    contactEmailHint: 'Basına giden e-postaların yanıt adresi',
    website: 'Web sitesi',
    websiteHint: 'https:// ile başlar',
    save: 'Profili kaydet',
    saved: 'Profil kaydedildi.',
    nowSaved: 'Şu an kayıtlı olan: {value}',
    nothing: 'boş',
  },
  {
    title: 'Profile',
    intro: 'This is how it shows under bulletins and in the newsroom.',
    pressUnit: 'Press unit',
    contactName: 'Contact person or desk',
    contactPhone: 'Phone',
    contactPhoneHint: 'Like 0266 555 01 10',
    contactEmail: 'E-mail',
    contactEmailHint: 'Where answers to mails of the office go',
    website: 'Web site',
    websiteHint: 'Begins with https://',
    save: 'Save the profile',
    saved: 'The profile was saved.',
    nowSaved: 'Saved at present: {value}',
    nothing: 'empty',
  },
);

export const ProfileFields = graphql(`
  fragment OfficeProfile on Office {
    id
    name
    pressUnit
    website
    logoFileId
    version
    contact {
      name
      phone
      email
    }
  }
`);

const UpdateMutation = graphql(
  `
    mutation OfficeUpdate($id: ID!, $input: OfficeUpdateInput!) {
      officeUpdate(id: $id, input: $input) {
        office {
          id
          ...OfficeProfile
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [ProfileFields, Refusal],
);

const names = ['pressUnit', 'contactName', 'contactPhone', 'contactEmail', 'website'] as const;
type Words = Readonly<Record<(typeof names)[number], string>>;

const kinds = { contactPhone: 'tel', contactEmail: 'email', website: 'url' } as const;
const hints: Readonly<Partial<Record<keyof Words, string>>> = {
  contactPhone: m.contactPhoneHint(),
  contactEmail: m.contactEmailHint(),
  website: m.websiteHint(),
};

interface ProfileFormProps {
  readonly data: FragmentOf<typeof ProfileFields>;
  /** Reads what somebody else saved meanwhile; the form then shows it beside what is written. */
  readonly onStale: () => void;
}

/** What the press sees of the office. */
export function ProfileForm({ data, onStale }: ProfileFormProps) {
  const office = readFragment(ProfileFields, data);
  const saved = wordsOf(office);
  const [words, setWords] = useState(saved);
  const [logoFileId, setLogoFileId] = useState(office.logoFileId);
  const { run, isPending, errors } = useAct(UpdateMutation);
  const isStale = errors.some(({ code }) => code === 'STALE_VERSION');

  async function save() {
    const given = Object.fromEntries(names.map((name) => [name, words[name].trim() || null]));
    const input = { ...given, pressUnit: words.pressUnit.trim(), logoFileId, expectedVersion: office.version };
    const outcome = await run({ id: office.id, input });
    if (outcome.isDone) toast(m.saved());
    else if (outcome.errors.some(({ code }) => code === 'STALE_VERSION')) onStale();
  }

  const hintFor = (name: keyof Words) =>
    isStale && saved[name] !== words[name] ? m.nowSaved({ value: saved[name] || m.nothing() }) : hints[name];
  return (
    <section className={css.card} aria-labelledby="birim-profili">
      <div>
        <h2 id="birim-profili">{m.title()}</h2>
        <p className="quiet small">{m.intro()}</p>
      </div>
      <ErrorSummary errors={errorsBeside(errors, [...names, 'logoFileId'])} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {names.map((name) => (
          <TextField
            key={name}
            label={m[name]()}
            hint={hintFor(name)}
            {...(name in kinds ? { type: kinds[name as keyof typeof kinds] } : {})}
            value={words[name]}
            onChange={(value) => setWords({ ...words, [name]: value })}
            error={errorFor(errors, name)}
            isRequired={name === 'pressUnit'}
            isOptional={name !== 'pressUnit'}
          />
        ))}
        <LogoField
          officeId={office.id}
          officeName={office.name}
          fileId={logoFileId}
          onChange={setLogoFileId}
          error={errorFor(errors, 'logoFileId')}
        />
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {m.save()}
          </Button>
        </div>
      </Form>
    </section>
  );
}

interface Profile {
  readonly pressUnit: string;
  readonly website: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
}

function wordsOf({ pressUnit, website, contact }: Profile): Words {
  return {
    pressUnit,
    contactName: contact.name ?? '',
    contactPhone: contact.phone ?? '',
    contactEmail: contact.email ?? '',
    website: website ?? '',
  };
}
