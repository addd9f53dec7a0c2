import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { TadaDocumentNode } from 'gql.tada';
import { useClient, useQuery, useSubscription, type AnyVariables } from 'urql';
import { lineBack } from '../../../lib/graphql-client';
import { DeskLive, DeskQuery } from './desk-bulletin';
import { sentenceOfChange } from './change-sentence';

/** Rises with every change of the bulletin: what stands beside it is read again. */
const Pulse = createContext(0);

export const PulseProvider = Pulse;

/** A query about the bulletin that is read again whenever the bulletin changes. */
export function useDeskQuery<Data, Variables extends AnyVariables>(
  query: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  pause: boolean = false,
) {
  const pulse = useContext(Pulse);
  // A new object is what asks for a new reading, so it must change with the pulse and with nothing else.
  const context = useMemo(() => ({ requestPolicy: 'cache-and-network' as const, pulse }), [pulse]);
  return useQuery({ query, variables, context, pause });
}

/** The bulletin, live: every change of it, of its signatures and remarks, with a sentence that says what happened. */
export function useLiveBulletin(id: string) {
  const client = useClient();
  const [result, read] = useQuery({ query: DeskQuery, variables: { id } });
  const [pulse, setPulse] = useState(0);
  const [news, setNews] = useState('');
  const bulletin = result.data?.bulletin ?? null;
  useSubscription({ query: DeskLive, variables: { id }, pause: bulletin === null }, (_before, change) => {
    const { event, bulletin: next } = change.bulletinChanged;
    setNews(sentenceOfChange(event, bulletin, next));
    setPulse((current) => current + 1);
    return change;
  });
  useEffect(() => {
    const again = () => {
      void client.query(DeskQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
      setPulse((current) => current + 1);
    };
    lineBack.addEventListener('back', again);
    return () => lineBack.removeEventListener('back', again);
  }, [client, id]);
  return {
    result,
    bulletin,
    pulse,
    news,
    readAgain: () => read({ requestPolicy: 'network-only' }),
  };
}
