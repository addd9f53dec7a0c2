import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { NotificationWords } from './templates/words';

/** The mails of notifications: pure functions from words to a mail, in Turkish; their texts are golden files. */

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailItem extends NotificationWords {
  /** Address of the page in the workspace. */
  readonly link: string;
}

interface Frame {
  readonly recipientName: string;
  /** Address of the page where the pace of mails is chosen. */
  readonly preferencesLink: string;
}

const signature = 'Tek Ses';
const footnote = 'Bu ileti kendiliğinden gönderildi; yanıtlamanız gerekmez.';
const preferencesLabel = 'Hangi bildirimlerin e-postayla geleceğini burada seçebilirsiniz:';

/** One notification as a mail of its own. */
export function notificationMail(item: MailItem, frame: Frame): MailWords {
  const greeting = `Merhaba ${frame.recipientName},`;
  const reason = `Bu iletiyi alma nedeniniz: ${item.why}`;
  const parts = [greeting, `${item.title}.`, item.body, `Bültenin sayfası:\n${item.link}`, reason];
  return {
    subject: item.title,
    text: plain(parts, frame),
    html: page(
      item.title,
      frame,
      <>
        <Paragraph>{greeting}</Paragraph>
        <p style={style.title}>{item.title}</p>
        <Lines text={item.body} />
        <Paragraph>
          <a href={item.link} style={style.link}>
            Bültenin sayfasını açın
          </a>
        </Paragraph>
        <Paragraph>{reason}</Paragraph>
      </>,
    ),
  };
}

/** A day's notifications in one mail; `moreCount` more are only in the workspace. */
export function digestMail(items: readonly MailItem[], moreCount: number, frame: Frame): MailWords {
  const greeting = `Merhaba ${frame.recipientName},`;
  const subject = `Tek Ses günlük özeti: ${items.length + moreCount} bildirim`;
  const intro = 'Son özetten bu yana okumadığınız bildirimler:';
  const more = moreCount > 0 ? `Çalışma alanında ${moreCount} bildirim daha var.` : null;
  const entries = items.map(({ title, body, link }) => `${title}\n${body}\n${link}`);
  return {
    subject,
    text: plain([greeting, intro, ...entries, ...(more ? [more] : [])], frame),
    html: page(
      subject,
      frame,
      <>
        <Paragraph>{greeting}</Paragraph>
        <Paragraph>{intro}</Paragraph>
        {items.map(({ title, body, link }) => (
          <div key={link + title} style={style.entry}>
            <a href={link} style={style.link}>
              <strong>{title}</strong>
            </a>
            <Lines text={body} />
          </div>
        ))}
        {more && <Paragraph>{more}</Paragraph>}
      </>,
    ),
  };
}

function plain(parts: readonly string[], { preferencesLink }: Frame): string {
  const all = [...parts, signature, `-- \n${footnote}\n${preferencesLabel}\n${preferencesLink}`];
  return `${all.join('\n\n')}\n`;
}

const style = {
  page: 'margin:0;padding:16px 8px;background:#eef1f3;color:#1b1f23',
  sheet:
    "max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;border-top:4px solid #0b4f5c;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere",
  paragraph: 'margin:0 0 14px',
  title: 'margin:0 0 14px;font-size:18px;font-weight:600',
  entry: 'margin:0 0 14px;padding:0 0 4px;border-bottom:1px solid #d5dade',
  link: 'color:#0b4f5c',
  small: 'margin:20px 0 0;padding-top:12px;border-top:1px solid #d5dade;font-size:13px;color:#51585f',
} as const;

function page(subject: string, { preferencesLink }: Frame, children: ComponentChildren): string {
  const document = (
    <html lang="tr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{subject}</title>
      </head>
      <body style={style.page}>
        <div style={style.sheet}>
          {children}
          <Paragraph>{signature}</Paragraph>
          <p style={style.small}>
            {footnote} {preferencesLabel}{' '}
            <a href={preferencesLink} style={style.link}>
              {preferencesLink}
            </a>
          </p>
        </div>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToString(document)}`;
}

function Paragraph({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p style={style.paragraph}>{children}</p>;
}

function Lines({ text }: { readonly text: string }): JSX.Element {
  return (
    <p style={style.paragraph}>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}
