import { useState } from 'react';
import { parseTime } from '@turkish/dates';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { Banner, errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { Checkbox, SelectField, TextField } from '../../ui/field';
import { Dialog } from '../../ui/overlay';
import { toast } from '../../ui/toast';
import { orNull } from './or-null';
import {
  channels,
  needs,
  optionsOf,
  outletKinds,
  outletScopes,
  words,
  type Channel,
  type Need,
  type OutletKind,
  type OutletScope,
} from './media-words';
import css from './media.module.css';
import type { OutletDetails } from './outlets-page';

const m = catalogue(
  {
    newTitle: 'Yeni kuruluş',
    lent: 'Bu kuruluşu başka bir birim tutuyor; kaydı yalnız o birim değiştirir.',
    name: 'Ad',
    kind: 'Tür',
    scope: 'Kapsam',
    districts: 'İlçeler',
    channel: 'Nasıl ulaşılmak ister',
    deadline: 'Baskı saati',
    deadlineHint: 'Örneğin 15.00; gazeteler için sayfanın kapandığı saat',
    badTime: 'Saati 15.00 gibi yazın.',
    needs: 'Neyi kullanır',
    phone: 'Telefon',
    website: 'Web adresi',
    notes: 'Notlar',
    active: 'Etkin',
    add: 'Ekle',
    save: 'Kaydet',
    added: 'Kuruluş eklendi.',
    saved: 'Kuruluş kaydedildi.',
  },
  {
    newTitle: 'New outlet',
    lent: 'Another office keeps this outlet; only that office changes it.',
    name: 'Name',
    kind: 'Kind',
    scope: 'Reach',
    districts: 'Districts',
    channel: 'How it likes to be reached',
    deadline: 'Press deadline',
    deadlineHint: 'For example 15.00; when the page closes',
    badTime: 'Write the time like 15.00.',
    needs: 'What it uses',
    phone: 'Phone',
    website: 'Web address',
    notes: 'Notes',
    active: 'Active',
    add: 'Add',
    save: 'Save',
    added: 'The outlet was added.',
    saved: 'The outlet was saved.',
  },
);

const CreateMutation = graphql(
  `
    mutation MediaOutletCreate($input: MediaOutletCreateInput!) {
      mediaOutletCreate(input: $input) {
        outlet {
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
    mutation MediaOutletUpdate($id: ID!, $input: MediaOutletUpdateInput!) {
      mediaOutletUpdate(id: $id, input: $input) {
        outlet {
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

const fields = ['name', 'pressDeadline', 'phone', 'website', 'notes'];

interface OutletSheetProps {
  /** null: a new one. */
  readonly outlet: OutletDetails | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function OutletSheet({ outlet, onClose, onSaved }: OutletSheetProps) {
  const { offices } = useSession();
  const create = useAct(CreateMutation);
  const update = useAct(UpdateMutation);
  const { errors } = outlet === null ? create : update;
  const [name, setName] = useState(outlet?.name ?? '');
  const [type, setType] = useState<OutletKind>(outlet?.type ?? 'NEWSPAPER');
  const [scope, setScope] = useState<OutletScope>(outlet?.scope ?? 'DISTRICT');
  const [districtCodes, setDistrictCodes] = useState<readonly string[]>(outlet?.districtCodes ?? []);
  const [preferredChannel, setPreferredChannel] = useState<Channel>(outlet?.preferredChannel ?? 'EMAIL');
  const [deadline, setDeadline] = useState(outlet?.pressDeadline?.replace(':', '.') ?? '');
  const [chosenNeeds, setChosenNeeds] = useState<readonly Need[]>(outlet?.needs ?? ['TEXT', 'PHOTO']);
  const [phone, setPhone] = useState(outlet?.phone ?? '');
  const [website, setWebsite] = useState(outlet?.website ?? '');
  const [notes, setNotes] = useState(outlet?.notes ?? '');
  const [isActive, setIsActive] = useState(outlet?.isActive ?? true);
  const isReadOnly = outlet !== null && !outlet.viewerCan.includes('EDIT');
  const isBadTime = deadline.trim() !== '' && parseTime(deadline) === null;

  async function save() {
    if (isBadTime) return;
    const written = {
      name: name.trim(),
      type,
      scope,
      districtCodes: [...districtCodes],
      preferredChannel,
      pressDeadline: parseTime(deadline),
      needs: [...chosenNeeds],
      phone: orNull(phone),
      website: orNull(website),
      notes: notes.trim(),
    };
    const outcome =
      outlet === null
        ? await create.run({ input: written })
        : await update.run({ id: outlet.id, input: { ...written, isActive, expectedVersion: outlet.version } });
    if (!outcome.isDone) return;
    toast(outlet === null ? m.added() : m.saved());
    onSaved();
    onClose();
  }

  return (
    <Dialog title={outlet?.name ?? m.newTitle()} isOpen onClose={onClose} place="side" isFirm>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {isReadOnly ? <Banner>{m.lent()}</Banner> : null}
        <ErrorSummary errors={errorsBeside(errors, fields)} />
        <TextField
          label={m.name()}
          value={name}
          onChange={setName}
          error={errorFor(errors, 'name')}
          isReadOnly={isReadOnly}
          isRequired
        />
        <div className={css.pair}>
          <SelectField
            label={m.kind()}
            value={type}
            options={optionsOf(outletKinds)}
            onChange={setType}
            isDisabled={isReadOnly}
          />
          <SelectField
            label={m.scope()}
            value={scope}
            options={optionsOf(outletScopes)}
            onChange={setScope}
            isDisabled={isReadOnly}
          />
        </div>
        <fieldset>
          <legend className={css.legend}>{m.districts()}</legend>
          <div className={css.choices}>
            {offices
              .filter(({ code }) => code !== 'balikesir-bb')
              .map((office) => (
                <Checkbox
                  key={office.code}
                  isSelected={districtCodes.includes(office.code)}
                  isDisabled={isReadOnly}
                  onChange={() => setDistrictCodes(toggled(districtCodes, office.code))}
                >
                  {office.name.replace(/ Belediyesi$/, '')}
                </Checkbox>
              ))}
          </div>
        </fieldset>
        <div className={css.pair}>
          <SelectField
            label={m.channel()}
            value={preferredChannel}
            options={optionsOf(channels)}
            onChange={setPreferredChannel}
            isDisabled={isReadOnly}
          />
          <TextField
            label={m.deadline()}
            hint={m.deadlineHint()}
            inputMode="numeric"
            value={deadline}
            onChange={setDeadline}
            error={isBadTime ? m.badTime() : errorFor(errors, 'pressDeadline')}
            isReadOnly={isReadOnly}
          />
        </div>
        <fieldset>
          <legend className={css.legend}>{m.needs()}</legend>
          <div className={css.choices}>
            {needs.map((need) => (
              <Checkbox
                key={need}
                isSelected={chosenNeeds.includes(need)}
                isDisabled={isReadOnly}
                onChange={() => setChosenNeeds(toggled(chosenNeeds, need))}
              >
                {words[need]()}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <div className={css.pair}>
          <TextField
            label={m.phone()}
            type="tel"
            value={phone}
            onChange={setPhone}
            error={errorFor(errors, 'phone')}
            isReadOnly={isReadOnly}
          />
          <TextField
            label={m.website()}
            type="url"
            value={website}
            onChange={setWebsite}
            error={errorFor(errors, 'website')}
            isReadOnly={isReadOnly}
          />
        </div>
        <TextField
          label={m.notes()}
          rows={3}
          value={notes}
          onChange={setNotes}
          error={errorFor(errors, 'notes')}
          isReadOnly={isReadOnly}
        />
        {outlet === null ? null : (
          <Checkbox isSelected={isActive} onChange={setIsActive} isDisabled={isReadOnly}>
            {m.active()}
          </Checkbox>
        )}
        {isReadOnly ? null : (
          <div>
            <Button type="submit" look="primary" isPending={create.isPending || update.isPending}>
              {outlet === null ? m.add() : m.save()}
            </Button>
          </div>
        )}
      </Form>
    </Dialog>
  );
}

function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
