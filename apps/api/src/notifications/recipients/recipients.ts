import type { RecipientRule } from './audience';
import { onBulletinAccepted } from './bulletin-accepted';
import { onBulletinCommented } from './bulletin-commented';
import { onCorrectionBegun } from './bulletin-correction-begun';
import { onBulletinDeclined } from './bulletin-declined';
import { onOfficesInvited } from './bulletin-offices-invited';
import { onReleaseApproved } from './bulletin-release-approved';
import { onReleaseRefused } from './bulletin-release-refused';
import { onBulletinReleased } from './bulletin-released';
import { onBulletinReminded } from './bulletin-reminded';
import { onBulletinReturned } from './bulletin-returned';
import { onSectionChanged } from './bulletin-section-changed';
import { onBulletinShared } from './bulletin-shared';
import { onSignatureWithdrawn } from './bulletin-signature-withdrawn';
import { onBulletinSigned } from './bulletin-signed';
import { onBulletinSubmitted } from './bulletin-submitted';
import { onSuggestionDecided } from './bulletin-suggestion-decided';
import { onSuggestionsMade } from './bulletin-suggestions-made';
import { onBulletinWithdrawn } from './bulletin-withdrawn';

/** Who is told of which event. What is not listed is told to nobody. */
export const recipientRules: ReadonlyMap<string, RecipientRule> = new Map([
  ['bulletin.shared', onBulletinShared],
  ['bulletin.officesInvited', onOfficesInvited],
  ['bulletin.submitted', onBulletinSubmitted],
  ['bulletin.accepted', onBulletinAccepted],
  ['bulletin.declined', onBulletinDeclined],
  ['bulletin.sectionEdited', onSectionChanged],
  ['bulletin.sectionAdded', onSectionChanged],
  ['bulletin.sectionRemoved', onSectionChanged],
  ['bulletin.reminded', onBulletinReminded],
  ['bulletin.signed', onBulletinSigned],
  ['bulletin.returned', onBulletinReturned],
  ['bulletin.signatureWithdrawn', onSignatureWithdrawn],
  ['bulletin.commented', onBulletinCommented],
  ['bulletin.suggestionsMade', onSuggestionsMade],
  ['bulletin.suggestionDecided', onSuggestionDecided],
  ['bulletin.releaseApproved', onReleaseApproved],
  ['bulletin.released', onBulletinReleased],
  ['bulletin.releaseRefused', onReleaseRefused],
  ['bulletin.withdrawn', onBulletinWithdrawn],
  ['bulletin.correctionBegun', onCorrectionBegun],
]);
