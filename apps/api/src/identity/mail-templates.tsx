import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDateTimePress } from '@turkish/dates';

/** The mails of accounts: pure functions from facts to words, in Turkish; their texts are golden files. */

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

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

const SIGNATURE = 'Tek Ses';
const FOOTNOTE = 'Bu ileti kendiliğinden gönderildi; yanıtlamanız gerekmez.';

function words(subject: string, letter: Letter): MailWords {
  return {
    subject,
    text: textOf(letter),
    html: `<!DOCTYPE html>${renderToString(<Page subject={subject} letter={letter} />)}`,
  };
}

function textOf({ greeting, before, action, after }: Letter): string {
  const call = action ? [`${action.label}\n${action.link}`] : [];
  return `${[greeting, ...before, ...call, ...after, SIGNATURE, `-- \n${FOOTNOTE}`].join('\n\n')}\n`;
}

const STYLE = {
  page: 'margin:0;padding:16px 8px;background:#eef1f3;color:#1b1f23',
  sheet:
    "max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;border-top:4px solid #0b4f5c;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere",
  paragraph: 'margin:0 0 14px',
  link: 'color:#0b4f5c',
  small: 'margin:20px 0 0;padding-top:12px;border-top:1px solid #d5dade;font-size:13px;color:#51585f',
} as const;

function Paragraph({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p style={STYLE.paragraph}>{children}</p>;
}

function Page({ subject, letter }: { readonly subject: string; readonly letter: Letter }): JSX.Element {
  const { greeting, before, action, after } = letter;
  return (
    <html lang="tr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{subject}</title>
      </head>
      <body style={STYLE.page}>
        <div style={STYLE.sheet}>
          <Paragraph>{greeting}</Paragraph>
          {before.map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
          {action && (
            <Paragraph>
              {action.label}
              <br />
              <a href={action.link} style={STYLE.link}>
                {action.link}
              </a>
            </Paragraph>
          )}
          {after.map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
          <Paragraph>{SIGNATURE}</Paragraph>
          <p style={STYLE.small}>{FOOTNOTE}</p>
        </div>
      </body>
    </html>
  );
}
