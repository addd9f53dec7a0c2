import type { MailAnswer } from './mailer';

/** What nodemailer tells of a mail that did not pass. */
export interface SmtpFailure {
  readonly message: string;
  /** The last reply of the server, e.g. `550 5.1.1 User unknown`. */
  readonly response?: string;
  readonly responseCode?: number;
  /** The command that the reply answers: `RCPT TO`, `DATA`, `AUTH PLAIN`, `CONN`. */
  readonly command?: string;
}

/** The commands whose refusal concerns this mail; a refused greeting or sign-in concerns our own settings. */
const COMMANDS_OF_A_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];
/** RFC 4954 §6: our sign-in is missing, too weak or wrong, whatever command is answered so. */
const SIGN_IN_CODES = [530, 534, 535, 538];
/** Bad destination (RFC 3463 §3.2, RFC 7505): all of 5.1.x but 5.1.7 and 5.1.8, which speak of the sender. */
const BAD_DESTINATION = /^5\.1\.(?!7$|8$)\d{1,3}$/;
const ENHANCED_CODE = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?= |$)/;
const NO_SUCH_MAILBOX_CODES = [550, 551, 553];
const NO_SUCH_MAILBOX =
  /\b(?:user|mailbox|recipient|address|account)\b.*\b(?:unknown|not found|unavailable|invalid|disabled|does(?:n't| not) exist)\b|\b(?:unknown|invalid|no such)\s+(?:user|mailbox|recipient|address|account)\b/i;
const POLICY = /\b(?:spam|policy|blocked|blacklist|blocklist|reputation|relay(?:ing)?|spf|dkim|dmarc|sender)\b/i;

const RESPONSE_LIMIT = 500;

/**
 * Reads a failure. REFUSED only if the server refused this very mail for good (5xx to MAIL FROM, RCPT TO or DATA);
 * everything else may pass later and is DEFERRED, our own wrong settings among it: they must not cost a recipient.
 */
export function answerOf(failure: SmtpFailure): MailAnswer {
  const code = failure.responseCode ?? null;
  const response = oneLine(failure.response ?? failure.message);
  const concernsMail = COMMANDS_OF_A_MAIL.includes(failure.command ?? '');
  if (code === null || code < 500 || !concernsMail || SIGN_IN_CODES.includes(code)) {
    return { outcome: 'DEFERRED', code, response };
  }
  return {
    outcome: 'REFUSED',
    code,
    response,
    isHardBounce: isHardBounce({ code, response, command: failure.command }),
  };
}

/** White space and control characters as one space; servers may send long, broken and many-lined texts. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, RESPONSE_LIMIT);
}

/** By the enhanced code if there is one, else by code and words; a refused sender never marks a recipient. */
function isHardBounce(refusal: { code: number; response: string; command: string | undefined }): boolean {
  if (refusal.command === 'MAIL FROM') return false;
  const enhanced = ENHANCED_CODE.exec(refusal.response)?.[1];
  if (enhanced !== undefined) return BAD_DESTINATION.test(enhanced);
  return (
    NO_SUCH_MAILBOX_CODES.includes(refusal.code)
    && NO_SUCH_MAILBOX.test(refusal.response)
    && !POLICY.test(refusal.response)
  );
}
