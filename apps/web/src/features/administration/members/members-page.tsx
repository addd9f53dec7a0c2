import { useQuery } from 'urql';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import type { SessionOffice } from '../../../lib/session';
import { EmptyState, Loaded } from '../../../ui/feedback';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { OfficeChoice, useChosenOffice, useIsOperator } from '../chosen-office';
import { NoRight } from '../no-right';
import { InvitationFields, InvitationList } from './invitation-list';
import { InviteMember } from './invite-member';
import { MemberFields, MemberRow } from './member-row';

const m = catalogue(
  {
    members: 'Üyeler: {count}',
    former: 'Eski ve sonraki üyelikler: {count}',
    none: 'Bu birimde henüz kimse yok.',
    noneText: 'Önce basın müdürünü davet edin; ötekileri o davet eder.',
    noRight: 'Bu birimin üyeleri size açık değil.',
    noRightText: 'Bir birimin üyelerini yalnız o birimin çalışanları ve platform işletmeni görür.',
  },
  {
    members: 'Members: {count}',
    former: 'Former and later memberships: {count}',
    none: 'Nobody is in this office yet.',
    noneText: 'Invite the press director first, who then invites the others.',
    noRight: 'The members of this office are not open to you.',
    noRightText: 'Only its own people and the operator see the members of an office.',
  },
);

const MembersQuery = graphql(
  `
    query AdministrationMembers($officeId: ID!, $mayInvite: Boolean!) {
      members(officeId: $officeId) {
        id
        isCurrent
        role
        ...MemberFields
      }
      invitations(officeId: $officeId) @include(if: $mayInvite) {
        id
        ...InvitationFields
      }
    }
  `,
  [MemberFields, InvitationFields],
);

/** The people of an office, and who is asked into it. */
export function MembersPage() {
  const office = useChosenOffice();
  if (office === null || !office.viewerCan.includes('VIEW_MEMBERS')) {
    return (
      <AdministrationFrame>
        <NoRight title={m.noRight()}>{m.noRightText()}</NoRight>
      </AdministrationFrame>
    );
  }
  return <Members key={office.id} office={office} />;
}

function Members({ office }: { readonly office: SessionOffice }) {
  const isOperator = useIsOperator();
  const mayInvite = office.viewerCan.includes('INVITE_MEMBER');
  const [result, readAgain] = useQuery({ query: MembersQuery, variables: { officeId: office.id, mayInvite } });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  const hasDirector = (result.data?.members ?? []).some(
    ({ isCurrent, role }) => isCurrent && role === 'PRESS_DIRECTOR',
  );
  return (
    <AdministrationFrame
      actions={
        mayInvite ? (
          <InviteMember office={office} isSeating={isOperator} hasDirector={hasDirector} onDone={again} />
        ) : undefined
      }
    >
      <OfficeChoice />
      <Loaded result={result} onRetry={again}>
        {({ members, invitations = [] }) => {
          const current = members.filter(({ isCurrent }) => isCurrent);
          const others = members.filter(({ isCurrent }) => !isCurrent);
          const shared = { viewerCan: office.viewerCan, hasDirector, onDone: again };
          return (
            <div className="stack">
              {invitations.length > 0 ? <InvitationList invitations={invitations} onDone={again} /> : null}
              <section className={css.section} aria-labelledby="uyeler">
                <h2 id="uyeler">{m.members({ count: current.length })}</h2>
                {current.length === 0 ? (
                  <EmptyState title={m.none()}>{mayInvite ? m.noneText() : undefined}</EmptyState>
                ) : (
                  <ul className={css.rows}>
                    {current.map((member) => (
                      <MemberRow key={member.id} data={member} {...shared} />
                    ))}
                  </ul>
                )}
              </section>
              {others.length === 0 ? null : (
                <details className={css.fold}>
                  <summary>{m.former({ count: others.length })}</summary>
                  <ul className={css.rows}>
                    {others.map((member) => (
                      <MemberRow key={member.id} data={member} {...shared} />
                    ))}
                  </ul>
                </details>
              )}
            </div>
          );
        }}
      </Loaded>
    </AdministrationFrame>
  );
}
