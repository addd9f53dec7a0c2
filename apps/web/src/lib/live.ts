import { useEffect, useEffectEvent } from 'react';
import { useSubscription } from 'urql';
import { graphql, type ResultOf } from './graphql';
import { lineBack } from './graphql-client';

const Arrivals = graphql(`
  subscription Arrivals {
    notificationReceived {
      id
      title
      path
      createdAt
      readAt
      doneAt
    }
  }
`);

export type Arrival = ResultOf<typeof Arrivals>['notificationReceived'];

/** Calls for every notification as it arrives. All that listen share one subscription. */
export function useArrivals(onArrival: (arrival: Arrival) => void): void {
  const tell = useEffectEvent(onArrival);
  const [{ data }] = useSubscription({ query: Arrivals });
  const arrival = data?.notificationReceived;
  useEffect(() => {
    if (arrival) tell(arrival);
  }, [arrival]);
}

/** Reads again what shows the day's work: after an arrival, when the line is back, and when one returns to the tab. */
export function useKeptFresh(readAgain: () => void): void {
  const tell = useEffectEvent(readAgain);
  useArrivals(readAgain);
  useEffect(() => {
    const onBack = () => tell();
    const onSeen = () => {
      if (document.visibilityState === 'visible') tell();
    };
    lineBack.addEventListener('back', onBack);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      lineBack.removeEventListener('back', onBack);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, []);
}
