import { Button as AriaButton } from 'react-aria-components';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import css from './comment-form.module.css';

const MentionablesQuery = graphql(`
  query BulletinMentionables($bulletinId: ID!, $query: String!) {
    mentionables(bulletinId: $bulletinId, query: $query) {
      kind
      id
      name
      detail
    }
  }
`);

export type Mentionable = ResultOf<typeof MentionablesQuery>['mentionables'][number];

const m = catalogue({ label: 'Anılabilecekler' }, { label: 'Can be named' });

/** The name that is being typed after `@` at the end of the text; null: none. */
export function typedName(body: string): string | null {
  return /(?:^|\s)@([\p{L}\p{M}]*)$/u.exec(body)?.[1] ?? null;
}

interface MentionListProps {
  readonly query: string;
  readonly onChoose: (mentionable: Mentionable) => void;
}

/** People and offices whose names begin as typed. */
export function MentionList({ query, onChoose }: MentionListProps) {
  const { bulletin } = useDesk();
  const [{ data }] = useDeskQuery(MentionablesQuery, { bulletinId: bulletin.id, query });
  const found = data?.mentionables.slice(0, 8) ?? [];
  if (found.length === 0) return null;
  return (
    <ul className={css.mentions} aria-label={m.label()}>
      {found.map((mentionable) => (
        <li key={mentionable.id}>
          <AriaButton className={css.mention ?? ''} onPress={() => onChoose(mentionable)}>
            {mentionable.name} <span className="quiet small">{mentionable.detail}</span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}
