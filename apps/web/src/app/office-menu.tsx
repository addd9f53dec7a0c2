import { useNavigate } from '@tanstack/react-router';
import { MenuItem } from 'react-aria-components';
import { useClientRenewal } from '../lib/client-renewal';
import { sentenceForError } from '../lib/errors';
import { graphql, Refusal } from '../lib/graphql';
import { catalogue } from '../lib/messages';
import { useOfficeLook, useSession } from '../lib/session';
import { useAct } from '../lib/use-act';
import { FloatingMenu } from '../ui/floating';
import { OfficeBadge } from '../ui/mark';
import type { Opened } from '../ui/opener';
import overlay from '../ui/overlay.module.css';
import { toast } from '../ui/toast';

const m = catalogue(
  { current: 'Şimdi bu birim adına', now: '{office} adına çalışıyorsunuz.' },
  { current: 'Acting for it now', now: 'You now act for {office}.' },
);

const SwitchOffice = graphql(
  `
    mutation SwitchOffice($officeId: ID!) {
      sessionSwitchOffice(officeId: $officeId) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** The offices of a person who belongs to several; another one means another desk, so everything is read anew. */
export function OfficeMenu({ label, ...opened }: Opened & { readonly label: string }) {
  const { viewer } = useSession();
  const look = useOfficeLook();
  const navigate = useNavigate();
  const renew = useClientRenewal();
  const { run } = useAct(SwitchOffice);
  const change = async (office: { readonly id: string; readonly name: string }) => {
    const outcome = await run({ officeId: office.id });
    if (!outcome.isDone) return toast(outcome.errors.map(sentenceForError).join(' '));
    await navigate({ to: '/' });
    renew();
    toast(m.now({ office: office.name }));
  };
  return (
    <FloatingMenu {...opened} label={label}>
      {viewer.memberships.map(({ office, title }) => (
        <MenuItem
          key={office.id}
          id={office.id}
          textValue={office.name}
          className={overlay.item ?? ''}
          onAction={() => (office.id === viewer.office?.id ? undefined : void change(office))}
        >
          <OfficeBadge office={look(office)} isLong />
          <span className="quiet small">{office.id === viewer.office?.id ? m.current() : title}</span>
        </MenuItem>
      ))}
    </FloatingMenu>
  );
}
