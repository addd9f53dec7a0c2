import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { LinkTabs } from '../../ui/link-tabs';
import { Page } from '../../ui/page';

const m = catalogue(
  {
    title: 'Basın rehberi',
    parts: 'Rehberin bölümleri',
    contacts: 'Kişiler',
    outlets: 'Kuruluşlar',
    lists: 'Listeler',
    take: 'İçe aktar',
  },
  {
    title: 'Media guide',
    parts: 'Parts of the guide',
    contacts: 'People',
    outlets: 'Outlets',
    lists: 'Lists',
    take: 'Import',
  },
);

const parts = () => [
  { href: '/rehber', label: m.contacts() },
  { href: '/rehber/kuruluslar', label: m.outlets() },
  { href: '/rehber/listeler', label: m.lists() },
  { href: '/rehber/aktar', label: m.take() },
];

/** The pages of the guide under one heading; an address below `/rehber/listeler/` counts to the lists. */
export function MediaFrame({ actions, children }: { readonly actions?: ReactNode; readonly children: ReactNode }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const tabs = parts().map((part) => ({
    ...part,
    isCurrent: part.href === '/rehber' ? path === '/rehber' : path.startsWith(part.href),
  }));
  return (
    <Page title={m.title()} actions={actions}>
      <LinkTabs label={m.parts()} tabs={tabs} />
      {children}
    </Page>
  );
}
