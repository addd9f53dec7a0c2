import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { formatDay } from '../../../lib/dates';
import { graphql, readFragment, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { EmptyState, Loaded } from '../../../ui/feedback';
import { Mark, OfficeBadge } from '../../../ui/mark';
import css from '../administration.module.css';
import { AdministrationFrame } from '../administration-frame';
import { DkimFields, DkimKeySection } from './dkim-key';
import { ActivateOffice, AdmitOffice, DeactivateOffice } from './office-joining';
import { ProfileFields, ProfileForm } from './profile-form';
import { stateName, stateTone } from './office-words';

const m = catalogue(
  {
    back: 'Bütün birimler',
    title: 'Birim',
    none: 'Bu adreste bir birim yok.',
    about: 'Birim bilgileri',
    pressUnit: 'Basın birimi',
    shortCode: 'Bülten kodu',
    state: 'Durum',
    joined: 'Katılım',
    contact: 'Basın irtibatı',
    website: 'Web sitesi',
    domain: 'E-posta alan adı',
    unknown: 'Girilmemiş',
    keeper: 'Bu bilgileri birimin basın müdürü günceller.',
    fixed: 'Durumu, kodu ve alan adını platform işletmeni belirler.',
    joining: 'Katılım durumu',
  },
  {
    back: 'All offices',
    title: 'Office',
    none: 'There is no office at this address.',
    about: 'About the office',
    pressUnit: 'Press unit',
    shortCode: 'Code in numbers',
    state: 'State',
    joined: 'Joined',
    contact: 'Press contact',
    website: 'Web site',
    domain: 'Mail domain',
    unknown: 'Not given',
    keeper: 'The press director of the office keeps this.',
    fixed: 'State, code and domain are set by the operator.',
    joining: 'Membership',
  },
);

const FactsFields = graphql(`
  fragment OfficeFacts on Office {
    id
    name
    shortCode
    colour
    pressUnit
    state
    joinedAt
    mailDomain
    website
    contact {
      name
      phone
      email
    }
  }
`);

const OfficeQuery = graphql(
  `
    query AdministrationOffice($code: String!) {
      office(code: $code) {
        id
        code
        name
        viewerCan
        ...OfficeFacts
        ...OfficeProfile
        ...OfficeDkim
      }
    }
  `,
  [FactsFields, ProfileFields, DkimFields],
);

/** One office: what everybody may know of it, and for who keeps it its profile and the key of its mails. */
export function OfficePage() {
  const { code } = useParams({ from: '/shell/yonetim/birimler/$code' });
  const { offices } = useSession();
  const [result, readAgain] = useQuery({ query: OfficeQuery, variables: { code }, requestPolicy: 'cache-and-network' });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  return (
    <AdministrationFrame
      title={offices.find((office) => office.code === code)?.name ?? m.title()}
      back={
        <Link to="/yonetim/birimler" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      }
    >
      <Loaded result={result} onRetry={again}>
        {({ office }) => {
          if (office === null) return <EmptyState title={m.none()} />;
          const isKeeper = office.viewerCan.includes('EDIT_PROFILE');
          return (
            <div className={css.columns}>
              <div className="stack">
                {isKeeper ? <ProfileForm key={office.id} data={office} onStale={again} /> : null}
                {isKeeper ? null : <Facts data={office}>{m.keeper()}</Facts>}
              </div>
              <div className="stack">
                {isKeeper ? <Facts data={office}>{m.fixed()}</Facts> : null}
                {isKeeper ? <DkimKeySection data={office} onRenewed={again} /> : null}
                <Joining office={office} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </AdministrationFrame>
  );
}

function Facts({ data, children }: { readonly data: FragmentOf<typeof FactsFields>; readonly children: string }) {
  const office = readFragment(FactsFields, data);
  const contact = [office.contact.name, office.contact.phone, office.contact.email].filter(Boolean).join(', ');
  return (
    <section className={css.card} aria-labelledby="birim-bilgileri">
      <h2 id="birim-bilgileri">{m.about()}</h2>
      <dl className={css.facts}>
        <dt>{m.state()}</dt>
        <dd>
          <Mark tone={stateTone[office.state]}>{stateName(office.state)}</Mark>
        </dd>
        <dt>{m.shortCode()}</dt>
        <dd>
          <OfficeBadge office={office} />
        </dd>
        {office.joinedAt === null ? null : (
          <>
            <dt>{m.joined()}</dt>
            <dd>{formatDay(office.joinedAt)}</dd>
          </>
        )}
        <dt>{m.pressUnit()}</dt>
        <dd>{office.pressUnit}</dd>
        <dt>{m.contact()}</dt>
        <dd>{contact || m.unknown()}</dd>
        <dt>{m.website()}</dt>
        <dd>{office.website === null ? m.unknown() : <a href={office.website}>{office.website}</a>}</dd>
        <dt>{m.domain()}</dt>
        <dd>{office.mailDomain}</dd>
      </dl>
      <p className="quiet small">{children}</p>
    </section>
  );
}

interface JoiningProps {
  readonly office: { readonly code: string; readonly name: string; readonly viewerCan: readonly string[] };
}

const joiningActs = ['ACTIVATE', 'END_SHADOW', 'DEACTIVATE'];

function Joining({ office }: JoiningProps) {
  if (!joiningActs.some((act) => office.viewerCan.includes(act))) return null;
  return (
    <section className={css.card} aria-labelledby="birim-katilimi">
      <h2 id="birim-katilimi">{m.joining()}</h2>
      <div className="row">
        <ActivateOffice office={office} />
        <AdmitOffice office={office} />
        <DeactivateOffice office={office} />
      </div>
    </section>
  );
}
