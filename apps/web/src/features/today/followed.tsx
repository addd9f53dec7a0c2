import { Link } from '@tanstack/react-router';
import { nameless } from '../../lib/bulletin-words';
import { formatDistance, formatInstant } from '../../lib/dates';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useOfficeLook, useSession } from '../../lib/session';
import { OfficeBadge } from '../../ui/mark';
import css from './today.module.css';

const m = catalogue(
  {
    drafts: 'Birimimin taslakları',
    draftCount: 'Taslak sayısı: {count}',
    draftsNone: 'Biriminizin taslağı yok.',
    followed: 'Takip ettiklerim',
    changed: 'değişti: {distance}',
  },
  {
    drafts: 'Drafts of my office',
    draftCount: 'Drafts: {count}',
    draftsNone: 'Your office has no drafts.',
    followed: 'Followed',
    changed: 'changed: {distance}',
  },
);

export const FollowedFields = graphql(`
  fragment FollowedFields on Bulletin {
    id
    headline
    updatedAt
    leadOffice {
      id
      name
    }
  }
`);

interface FollowedProps {
  readonly bulletins: readonly ({ readonly id: string } & FragmentOf<typeof FollowedFields>)[];
  readonly draftCount: number;
}

/** What one works on beside the day's duties: the drafts of the office and what one follows. */
export function Followed({ bulletins, draftCount }: FollowedProps) {
  const look = useOfficeLook();
  const { office } = useSession().viewer;
  return (
    <>
      <section aria-labelledby="taslaklar" className={css.block}>
        <h2 id="taslaklar" className={css.heading}>
          {m.drafts()}
        </h2>
        {draftCount === 0 ? (
          <p className="quiet">{m.draftsNone()}</p>
        ) : (
          <Link
            to="/bultenler"
            search={{ durum: 'taslak', ...(office === null ? {} : { birim: office.code }) }}
            className={css.single}
            data-row
          >
            {m.draftCount({ count: draftCount })}
          </Link>
        )}
      </section>
      {bulletins.length === 0 ? null : (
        <section aria-labelledby="takip" className={css.block}>
          <h2 id="takip" className={css.heading}>
            {m.followed()}
          </h2>
          <ul className={css.list}>
            {bulletins.map((masked) => {
              const bulletin = readFragment(FollowedFields, masked);
              return (
                <li key={bulletin.id} className={css.entry}>
                  <Link to="/bultenler/$id" params={{ id: bulletin.id }} className={css.releaseLink} data-row>
                    {bulletin.headline || nameless.headline()}
                  </Link>
                  <p className={css.facts}>
                    <OfficeBadge office={look(bulletin.leadOffice)} />
                    <time dateTime={bulletin.updatedAt} title={formatInstant(bulletin.updatedAt)}>
                      {m.changed({ distance: formatDistance(bulletin.updatedAt) })}
                    </time>
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
