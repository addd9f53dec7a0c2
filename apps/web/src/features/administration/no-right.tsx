import { catalogue } from '../../lib/messages';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/feedback';

const m = catalogue(
  { roles: 'Kim ne yapabilir?', today: 'Bugüne dön' },
  { roles: 'Who may do what?', today: 'Back to today' },
);

/** In place of a page that the viewer has no right to: what it is, and who has it. */
export function NoRight({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <EmptyState
      title={title}
      action={
        <span className="row">
          <LinkButton href="/yonetim/roller">{m.roles()}</LinkButton>
          <LinkButton href="/" look="quiet">
            {m.today()}
          </LinkButton>
        </span>
      }
    >
      {children}
    </EmptyState>
  );
}
