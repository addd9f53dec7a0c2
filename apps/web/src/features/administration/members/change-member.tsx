import { useState } from 'react';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary } from '../../../ui/feedback';
import { SelectField, TextField } from '../../../ui/field';
import { Dialog } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import { useIsOperator } from '../chosen-office';
import { roleName, roles, type RoleCode } from '../role-words';

const m = catalogue(
  {
    title: '{name}: görev',
    role: 'Rol',
    roleHint: 'Yeni rol ve unvan bugünden geçerlidir; eskisi kayıtta kalır.',
    jobTitle: 'Unvan',
    until: 'Son gün',
    untilHint: 'Boşsa süresiz. O gün de sayılır.',
    cancel: 'Vazgeç',
    save: 'Kaydet',
    saved: 'Görev değişti.',
  },
  {
    title: '{name}: duty',
    role: 'Role',
    roleHint: 'A new role or title holds from today on; the former one stays on record.',
    jobTitle: 'Title',
    until: 'Last day',
    untilHint: 'Empty: open. The day itself counts.',
    cancel: 'Cancel',
    save: 'Save',
    saved: 'The duty was changed.',
  },
);

const ChangeMutation = graphql(
  `
    mutation MemberChange($id: ID!, $input: MemberChangeInput!) {
      memberChange(id: $id, input: $input) {
        member {
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

interface ChangeMemberProps {
  readonly member: {
    readonly id: string;
    readonly role: RoleCode;
    readonly title: string;
    readonly validUntil: string | null;
    readonly user: { readonly name: string };
  };
  readonly hasDirector: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Another role, title or last day. An operator only seats a press director where there is none. */
export function ChangeMember({ member, hasDirector, onClose, onDone }: ChangeMemberProps) {
  const isOperator = useIsOperator();
  const [role, setRole] = useState(member.role);
  const [title, setTitle] = useState(member.title);
  const [until, setUntil] = useState(member.validUntil ?? '');
  const { run, isPending, errors } = useAct(ChangeMutation);
  const grantable = isOperator && hasDirector ? [] : isOperator ? (['PRESS_DIRECTOR'] as const) : roles;
  const offered = roles.filter((code) => code === member.role || (grantable as readonly string[]).includes(code));

  async function save() {
    const { isDone } = await run({ id: member.id, input: { role, title, validUntil: until === '' ? null : until } });
    if (!isDone) return;
    onClose();
    onDone();
    toast(m.saved());
  }

  return (
    <Dialog
      title={m.title({ name: member.user.name })}
      isOpen
      onClose={onClose}
      isFirm
      actions={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button type="submit" form="gorev" look="primary" isPending={isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <Form
        id="gorev"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errorsBeside(errors, ['role', 'title', 'validUntil'])} />
        <SelectField
          label={m.role()}
          hint={m.roleHint()}
          value={role}
          options={offered.map((code) => ({ value: code, label: roleName(code) }))}
          onChange={setRole}
          error={errorFor(errors, 'role')}
        />
        <TextField
          label={m.jobTitle()}
          value={title}
          onChange={setTitle}
          error={errorFor(errors, 'title')}
          isRequired
          maxLength={120}
        />
        <TextField
          label={m.until()}
          hint={m.untilHint()}
          type="date"
          value={until}
          onChange={setUntil}
          error={errorFor(errors, 'validUntil')}
          isOptional
        />
      </Form>
    </Dialog>
  );
}
