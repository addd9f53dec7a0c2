import { Link } from '@tanstack/react-router';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { nameless } from '../../lib/bulletin-words';
import { formatClock, formatInstant } from '../../lib/dates';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useOfficeLook } from '../../lib/session';
import { OfficeBadge } from '../../ui/mark';
import css from './today.module.css';

const m = catalogue(
  {
    title: 'Servis sırası',
    none: 'Bugün için kurulmuş servis yok.',
    signed: 'Olur: {signed} / {all}',
    out: 'Servis edildi',
    embargo: 'Ambargolu',
  },
  {
    title: 'Going out today',
    none: 'Nothing is planned for today.',
    signed: 'Signed: {signed} / {all}',
    out: 'Released',
    embargo: 'Embargo',
  },
);

export const ReleaseFields = graphql(`
  fragment ReleaseFields on TodayRelease {
    at
    signedCount
    officeCount
    bulletin {
      id
      headline
      state
      embargo {
        at
      }
      leadOffice {
        id
        name
      }
    }
  }
`);

/** What goes out or went out today, by the clock. */
export function ReleaseQueue({ releases }: { readonly releases: readonly FragmentOf<typeof ReleaseFields>[] }) {
  return (
    <section aria-labelledby="servis" className={css.block}>
      <h2 id="servis" className={css.heading}>
        {m.title()}
      </h2>
      {releases.length === 0 ? (
        <p className="quiet">{m.none()}</p>
      ) : (
        <ol className={css.list}>
          {releases.map((release, index) => (
            <Release key={index} release={release} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Release({ release }: { readonly release: FragmentOf<typeof ReleaseFields> }) {
  const { at, signedCount, officeCount, bulletin } = readFragment(ReleaseFields, release);
  const look = useOfficeLook();
  const isOut = bulletin.state === 'RELEASED';
  return (
    <li className={css.release}>
      <time dateTime={at} title={formatInstant(at)} className={css.clock}>
        {formatClock(at)}
      </time>
      <div>
        <Link to="/bultenler/$id" params={{ id: bulletin.id }} className={css.releaseLink} data-row>
          {bulletin.headline || nameless.headline()}
        </Link>
        <p className={css.facts}>
          <OfficeBadge office={look(bulletin.leadOffice)} />
          {isOut ? (
            <span className={css.fact}>
              <IconCheck size={16} aria-hidden /> {m.out()}
            </span>
          ) : (
            <>
              {bulletin.embargo === null ? null : (
                <span className={css.fact}>
                  <IconLock size={16} aria-hidden /> {m.embargo()}
                </span>
              )}
              <span>{m.signed({ signed: signedCount, all: officeCount })}</span>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
