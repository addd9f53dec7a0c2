import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/feedback';
import { LinkTabs } from '../../ui/link-tabs';
import { Page } from '../../ui/page';
import { useGuideRights } from './guide-rights';

const m = catalogue(
  {
    title: 'Basın rehberi',
    parts: 'Rehberin bölümleri',
    contacts: 'Kişiler',
    outlets: 'Kuruluşlar',
    lists: 'Listeler',
    take: 'İçe aktar',
    closed: 'Basın rehberi size açık değil.',
    closedText:
      'Rehberde gazetecilerin kişisel verileri durur (KVKK). Onları yalnız gönderim yapanlar görür: editörler, birim sorumlusu ve basın müdürü.',
    roles: 'Kim ne yapabilir?',
  },
  {
    title: 'Media guide',
    parts: 'Parts of the guide',
    contacts: 'People',
    outlets: 'Outlets',
    lists: 'Lists',
    take: 'Import',
    closed: 'The media guide is not open to you.',
    closedText:
      'It holds personal data of journalists (KVKK). Only those who send see it: editors, the department head and the press director.',
    roles: 'Who may do what?',
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
  const { isClosed } = useGuideRights();
  if (isClosed) {
    return (
      <Page title={m.title()}>
        <EmptyState title={m.closed()} action={<LinkButton href="/yonetim/roller">{m.roles()}</LinkButton>}>
          {m.closedText()}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={m.title()} actions={actions}>
      <LinkTabs label={m.parts()} tabs={tabs} />
      {children}
    </Page>
  );
}
