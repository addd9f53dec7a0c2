import { graphql } from '../../lib/graphql';

/** The number on the bell; whoever reads it again changes what the bell shows. */
export const WaitingCount = graphql(`
  query WaitingCount {
    notificationWaitingCount
  }
`);
