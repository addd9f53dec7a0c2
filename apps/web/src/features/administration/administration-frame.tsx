import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { LinkTabs } from '../../ui/link-tabs';
import { Page } from '../../ui/page';
import { useIsOperator } from './chosen-office';

const m = catalogue(
  {
    parts: 'Yönetim bölümleri',
    offices: 'Birimler',
    members: 'Üyeler',
    deputies: 'Vekâlet',
    charter: 'Tüzük',
    roles: 'Roller',
    ledger: 'Kayıtlar',
  },
  {
    parts: 'Parts of the administration',
    offices: 'Offices',
    members: 'Members',
    deputies: 'Deputies',
    charter: 'Charter',
    roles: 'Roles',
    ledger: 'Audit',
  },
);

const parts = [
  { href: '/yonetim/birimler', label: m.offices() },
  { href: '/yonetim/uyeler', label: m.members() },
  { href: '/yonetim/vekalet', label: m.deputies() },
  { href: '/yonetim/tuzuk', label: m.charter() },
  { href: '/yonetim/roller', label: m.roles() },
  { href: '/yonetim/kayitlar', label: m.ledger() },
];

/** What only people of offices sign. */
const ofOffices = new Set(['/yonetim/vekalet', '/yonetim/tuzuk']);

interface AdministrationFrameProps {
  /** The heading; left out: the name of the part. */
  readonly title?: string;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The parts of the administration side by side; an address below a part counts to it. */
export function AdministrationFrame({ title, children, ...rest }: AdministrationFrameProps) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isOperator = useIsOperator();
  const tabs = parts
    .filter(({ href }) => !isOperator || !ofOffices.has(href))
    .map((part) => ({ ...part, isCurrent: path.startsWith(part.href) }));
  const current = parts.find(({ href }) => path.startsWith(href));
  return (
    <Page title={title ?? current?.label ?? m.parts()} {...rest}>
      <LinkTabs label={m.parts()} tabs={tabs} />
      {children}
    </Page>
  );
}
