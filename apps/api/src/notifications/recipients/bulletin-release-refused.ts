import { NotificationKind } from '@domain/notifications/notification';
import { leadWriters, OfficeGroup, officesAtWork, type RecipientRule } from './audience';

/** It did not go out at its instant: the lead's director and editors, and everybody who signs. */
export const onReleaseRefused: RecipientRule = (facts) => [
  leadWriters(NotificationKind.RELEASE_REFUSED, facts),
  {
    kind: NotificationKind.RELEASE_REFUSED,
    group: OfficeGroup.SIGNERS,
    officeIds: officesAtWork(facts.bulletin),
  },
];
