import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { formatDay } from '../../../lib/dates';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Loaded } from '../../../ui/feedback';
import { Mark, OfficeBadge } from '../../../ui/mark';
import css from '../administration.module.css';
import { AdministrationFrame } from '../administration-frame';
import { ActivateOffice, AdmitOffice } from './office-joining';
import { officeStates, stateName, stateTone } from './office-words';

const m = catalogue(
  {
    intro: 'Balıkesir Büyükşehir Belediyesi ve 20 ilçe belediyesi. Birimler eşittir; sıra protokol sırasıdır.',
    ACTIVE: 'Oluru sayılır; ortak bültenlerde yanıtı beklenir.',
    SHADOW: 'Okur ve yorumlar; oluru henüz beklenmez. Tüzüğü imzalayınca etkin olur.',
    INACTIVE: 'Platformu henüz kullanmıyor.',
    own: 'Sizin biriminiz',
    joined: 'Katılım: {day}',
    count: '{state}: {count}',
    invite: 'Basın müdürünü davet et',
  },
  {
    intro: 'The metropolitan municipality of Balıkesir and 20 district municipalities, equal among each other.',
    ACTIVE: 'Their signature counts and is waited for.',
    SHADOW: 'They read and comment; their signature is not waited for before they sign the charter.',
    INACTIVE: 'They do not use the platform yet.',
    own: 'Your office',
    joined: 'Joined: {day}',
    count: '{state}: {count}',
    invite: 'Invite the press director',
  },
);

const OfficesQuery = graphql(`
  query AdministrationOffices {
    offices {
      id
      code
      name
      shortCode
      colour
      pressUnit
      state
      joinedAt
      viewerCan
    }
  }
`);

type OfficeRow = ResultOf<typeof OfficesQuery>['offices'][number];

/** All offices of the province and how far each has joined. */
export function OfficesPage() {
  const [result, readAgain] = useQuery({ query: OfficesQuery });
  return (
    <AdministrationFrame>
      <p className="quiet">{m.intro()}</p>
      <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ offices }) => (
          <div className="stack">
            {officeStates.map((state) => (
              <StateGroup key={state} state={state} offices={offices.filter((office) => office.state === state)} />
            ))}
          </div>
        )}
      </Loaded>
    </AdministrationFrame>
  );
}

interface StateGroupProps {
  readonly state: (typeof officeStates)[number];
  readonly offices: readonly OfficeRow[];
}

function StateGroup({ state, offices }: StateGroupProps) {
  if (offices.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby={`birimler-${state}`}>
      <div>
        <h2 id={`birimler-${state}`}>{m.count({ state: stateName(state), count: offices.length })}</h2>
        <p className="quiet small">{m[state]()}</p>
      </div>
      <ul className={css.rows}>
        {offices.map((office) => (
          <OfficeLine key={office.id} office={office} />
        ))}
      </ul>
    </section>
  );
}

function OfficeLine({ office }: { readonly office: OfficeRow }) {
  const { viewer } = useSession();
  const isInvitingNext = office.state === 'SHADOW' && office.viewerCan.includes('END_SHADOW');
  return (
    <li className={css.rowItem}>
      <div className={css.words}>
        <span className={css.name}>
          <OfficeBadge office={office} />
          <Link to="/yonetim/birimler/$code" params={{ code: office.code }}>
            {office.name}
          </Link>
          <Mark tone={stateTone[office.state]}>{stateName(office.state)}</Mark>
          {office.id === viewer.office?.id ? <Mark tone="accent">{m.own()}</Mark> : null}
        </span>
        <span className="quiet small">
          {office.pressUnit}
          {office.joinedAt !== null && office.state !== 'INACTIVE'
            ? ` · ${m.joined({ day: formatDay(office.joinedAt) })}`
            : ''}
        </span>
      </div>
      <div className={css.acts}>
        {isInvitingNext ? (
          <Link to="/yonetim/uyeler" search={{ birim: office.code }}>
            {m.invite()}
          </Link>
        ) : null}
        <ActivateOffice office={office} />
        <AdmitOffice office={office} />
      </div>
    </li>
  );
}
