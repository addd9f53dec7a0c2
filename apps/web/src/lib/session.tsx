import { createContext, useContext, type ReactNode } from 'react';
import { useQuery } from 'urql';
import type { OfficeLook } from '../ui/mark';
import { graphql, type ResultOf } from './graphql';

/** Who is signed in, for which office, and the offices by which everything is marked. One query for all pages. */
export const SessionQuery = graphql(`
  query Session {
    viewer {
      user {
        id
        name
        email
      }
      role
      isOperator
      isTwoFactorOn
      office {
        id
        code
        name
        shortCode
        colour
        state
        viewerCan
      }
      memberships {
        id
        role
        title
        office {
          id
          code
          name
          shortCode
        }
      }
    }
    offices {
      id
      code
      name
      shortCode
      colour
      state
      protocolOrder
      viewerCan
    }
  }
`);

export type Session = ResultOf<typeof SessionQuery>;
export type SessionOffice = Session['offices'][number];

const SessionContext = createContext<Session | null>(null);

export const useSessionQuery = () => useQuery({ query: SessionQuery });

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the page; only below the shell, where there is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the shell');
  return session;
}

/** How an office is marked; one that is not known (any more) by its name alone. */
export function useOfficeLook(): (office: { readonly id: string; readonly name: string }) => OfficeLook {
  const { offices } = useSession();
  const byId = new Map(offices.map((office) => [office.id, office]));
  return ({ id, name }) => byId.get(id) ?? { name, shortCode: name.slice(0, 3), colour: '#545b62' };
}
