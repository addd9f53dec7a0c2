import { NotificationKind } from '@domain/notifications/notification';
import { commented } from './commented';
import { correctionBegun } from './correction-begun';
import { declined } from './declined';
import { embargoEndsUnsigned } from './embargo-ends-unsigned';
import { invited } from './invited';
import { mentioned } from './mentioned';
import { releaseApproved } from './release-approved';
import { releaseRefused } from './release-refused';
import { released } from './released';
import { returned } from './returned';
import { signatureNeeded } from './signature-needed';
import { signatureReminded } from './signature-reminded';
import { signatureVoided } from './signature-voided';
import { signatureWithdrawn } from './signature-withdrawn';
import { signed } from './signed';
import { signoffDueSoon } from './signoff-due-soon';
import { signoffLapsed } from './signoff-lapsed';
import type { NotificationTemplate } from './words';
import { suggestionDecided } from './suggestion-decided';
import { suggestionsWaiting } from './suggestions-waiting';
import { withdrawn } from './withdrawn';

/** The words of each kind, in Turkish; golden files in `test/golden/notifications`. */
export const templates: Readonly<Record<NotificationKind, NotificationTemplate>> = {
  [NotificationKind.INVITED]: invited,
  [NotificationKind.SIGNATURE_NEEDED]: signatureNeeded,
  [NotificationKind.SIGNATURE_VOIDED]: signatureVoided,
  [NotificationKind.SIGNATURE_REMINDED]: signatureReminded,
  [NotificationKind.SIGNED]: signed,
  [NotificationKind.RETURNED]: returned,
  [NotificationKind.DECLINED]: declined,
  [NotificationKind.SIGNATURE_WITHDRAWN]: signatureWithdrawn,
  [NotificationKind.MENTIONED]: mentioned,
  [NotificationKind.COMMENTED]: commented,
  [NotificationKind.SUGGESTIONS_WAITING]: suggestionsWaiting,
  [NotificationKind.SUGGESTION_DECIDED]: suggestionDecided,
  [NotificationKind.RELEASE_APPROVED]: releaseApproved,
  [NotificationKind.RELEASED]: released,
  [NotificationKind.RELEASE_REFUSED]: releaseRefused,
  [NotificationKind.WITHDRAWN]: withdrawn,
  [NotificationKind.CORRECTION_BEGUN]: correctionBegun,
  [NotificationKind.SIGNOFF_DUE_SOON]: signoffDueSoon,
  [NotificationKind.SIGNOFF_LAPSED]: signoffLapsed,
  [NotificationKind.EMBARGO_ENDS_UNSIGNED]: embargoEndsUnsigned,
};
