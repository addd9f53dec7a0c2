import { useNavigate } from '@tanstack/react-router';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { useQuery } from 'urql';
import { graphql } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { FloatingMenu } from '../../ui/floating';
import { Keys } from '../../ui/keys';
import type { Opened } from '../../ui/opener';
import overlay from '../../ui/overlay.module.css';
import css from './today.module.css';

const m = catalogue(
  { write: 'Bülten yaz', templates: 'Şablondan başla' },
  { write: 'Write a bulletin', templates: 'Begin from a template' },
);

const TemplatesQuery = graphql(`
  query NewChoices {
    bulletinTemplates {
      id
      name
    }
  }
`);

/** An empty bulletin, or one of the templates of the office. */
export function NewChoices({ label, ...opened }: Opened & { readonly label: string }) {
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: TemplatesQuery });
  const templates = data?.bulletinTemplates ?? [];
  return (
    <FloatingMenu {...opened} label={label}>
      <MenuItem
        id="empty"
        textValue={m.write()}
        className={overlay.item ?? ''}
        onAction={() => void navigate({ to: '/bultenler/yeni' })}
      >
        <span className={css.choice}>
          {m.write()} <Keys keys="N" />
        </span>
      </MenuItem>
      {templates.length === 0 ? null : (
        <MenuSection>
          <Header className={css.choiceTitle ?? ''}>{m.templates()}</Header>
          {templates.map(({ id, name }) => (
            <MenuItem
              key={id}
              id={id}
              className={overlay.item ?? ''}
              onAction={() => void navigate({ to: '/bultenler/yeni', search: { sablon: id } })}
            >
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </FloatingMenu>
  );
}
