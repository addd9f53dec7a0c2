import type { JSX } from 'preact';
import { LetterLink, letterHtml, letterText, Paragraph, type MailWords, type SmallPrint } from '../core/mail/letter';
import type { NotificationWords } from './templates/words';

/** The mails of notifications: pure functions from words to a mail, in Turkish; their texts are golden files. */

export interface MailItem extends NotificationWords {
  /** Address of the page in the workspace. */
  readonly link: string;
}

interface Frame {
  readonly recipientName: string;
  /** Address of the page where the pace of mails is chosen. */
  readonly preferencesLink: string;
}

const preferencesLabel = 'Hangi bildirimlerin e-postayla geleceğini burada seçebilirsiniz:';

/** One notification as a mail of its own. */
export function notificationMail(item: MailItem, frame: Frame): MailWords {
  const greeting = `Merhaba ${frame.recipientName},`;
  const reason = `Bu iletiyi alma nedeniniz: ${item.why}`;
  const parts = [greeting, `${item.title}.`, item.body, `Bültenin sayfası:\n${item.link}`, reason];
  return {
    subject: item.title,
    text: letterText(parts, smallPrint(frame)),
    html: letterHtml(
      item.title,
      <>
        <Paragraph>{greeting}</Paragraph>
        <p style={style.title}>{item.title}</p>
        <Lines text={item.body} />
        <Paragraph>
          <LetterLink href={item.link}>Bültenin sayfasını açın</LetterLink>
        </Paragraph>
        <Paragraph>{reason}</Paragraph>
      </>,
      smallPrint(frame),
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
    text: letterText([greeting, intro, ...entries, ...(more ? [more] : [])], smallPrint(frame)),
    html: letterHtml(
      subject,
      <>
        <Paragraph>{greeting}</Paragraph>
        <Paragraph>{intro}</Paragraph>
        {items.map(({ title, body, link }) => (
          <div key={link + title} style={style.entry}>
            <LetterLink href={link}>
              <strong>{title}</strong>
            </LetterLink>
            <Lines text={body} />
          </div>
        ))}
        {more && <Paragraph>{more}</Paragraph>}
      </>,
      smallPrint(frame),
    ),
  };
}

function smallPrint({ preferencesLink }: Frame): SmallPrint {
  return { label: preferencesLabel, link: preferencesLink };
}

const style = {
  title: 'margin:0 0 14px;font-size:18px;font-weight:600',
  entry: 'margin:0 0 14px;padding:0 0 4px;border-bottom:1px solid #d5dade',
} as const;

function Lines({ text }: { readonly text: string }): JSX.Element {
  return (
    <Paragraph>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </Paragraph>
  );
}
