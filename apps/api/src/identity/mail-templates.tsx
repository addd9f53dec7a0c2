import { formatDateTimePress } from '@turkish/dates';
import { LetterLink, letterHtml, letterText, Paragraph, type MailWords } from '../core/mail/letter';

/** The mails of accounts: pure functions from facts to words, in Turkish; their texts are golden files. */

export interface InvitationFacts {
  readonly name: string;
  readonly officeName: string;
  readonly pressUnit: string;
  readonly title: string;
  readonly link: string;
  readonly expiresAt: Date;
}

export interface PasswordResetFacts {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: Date;
}

export interface PasswordChangedFacts {
  readonly name: string;
  readonly at: Date;
}

interface Letter {
  readonly greeting: string;
  readonly before: readonly string[];
  readonly action: { readonly label: string; readonly link: string } | null;
  readonly after: readonly string[];
}

/** Asks somebody to join an office. */
export function invitationMail(facts: InvitationFacts): MailWords {
  return words(`Tek Ses daveti: ${facts.officeName}`, {
    greeting: `Merhaba ${facts.name},`,
    before: [
      `${facts.officeName} ${facts.pressUnit} sizi Tek Ses çalışma alanına davet ediyor. Tek Ses, Balıkesir’deki belediyelerin basın birimlerinin ortak bültenlerini birlikte hazırladığı yerdir.`,
      `Göreviniz: ${facts.title}`,
    ],
    action: { label: 'Daveti kabul etmek için bu bağlantıyı açın:', link: facts.link },
    after: [
      `Bağlantı yalnızca bir kez kullanılabilir. Son geçerlilik: ${formatDateTimePress(facts.expiresAt)}.`,
      'Bağlantıyı başkasıyla paylaşmayın. Bu daveti beklemiyorsanız bir şey yapmanız gerekmez.',
    ],
  });
}

/** Lets somebody set a new password. */
export function passwordResetMail(facts: PasswordResetFacts): MailWords {
  return words('Tek Ses parolanızı yenileyin', {
    greeting: `Merhaba ${facts.name},`,
    before: ['Tek Ses hesabınız için parola yenileme istendi.'],
    action: { label: 'Yeni parola belirlemek için bu bağlantıyı açın:', link: facts.link },
    after: [
      `Bağlantı yalnızca bir kez kullanılabilir. Son geçerlilik: ${formatDateTimePress(facts.expiresAt)}.`,
      'Bu isteği siz yapmadıysanız bir şey yapmanız gerekmez; parolanız değişmedi.',
    ],
  });
}

/** Tells the owner that the password is another one now. */
export function passwordChangedMail(facts: PasswordChangedFacts): MailWords {
  return words('Tek Ses parolanız değişti', {
    greeting: `Merhaba ${facts.name},`,
    before: [
      `Tek Ses hesabınızın parolası değiştirildi: ${formatDateTimePress(facts.at)}. Diğer oturumlarınız kapatıldı.`,
      'Bu değişikliği siz yapmadıysanız parolanızı hemen yenileyin ve basın biriminizin müdürüne haber verin.',
    ],
    action: null,
    after: [],
  });
}

function words(subject: string, letter: Letter): MailWords {
  const { greeting, before, action, after } = letter;
  const call = action ? [`${action.label}\n${action.link}`] : [];
  return {
    subject,
    text: letterText([greeting, ...before, ...call, ...after]),
    html: letterHtml(
      subject,
      <>
        <Paragraph>{greeting}</Paragraph>
        {before.map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
        {action && (
          <Paragraph>
            {action.label}
            <br />
            <LetterLink href={action.link}>{action.link}</LetterLink>
          </Paragraph>
        )}
        {after.map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
      </>,
    ),
  };
}
