import { formatDateLong } from '@turkish/dates';
import { witnessLine, type WitnessedHead } from '../core/ledger/ledger-witness';
import { letterHtml, letterText, Paragraph, type MailWords } from '../core/mail/letter';

export interface WitnessFacts {
  readonly recipientName: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly heads: readonly WitnessedHead[];
  /** What the chain of an office is called, by its id. */
  readonly nameOf: (chain: string) => string;
}

/** The day's heads of all chains, for an office to keep where nobody else can change them. */
export function witnessMail({ recipientName, day, heads, nameOf }: WitnessFacts): MailWords {
  const subject = `Tek Ses denetim tanığı: ${formatDateLong(day)}`;
  const before = [
    `Merhaba ${recipientName},`,
    'Bu iletiyi silmeden saklayın. Aşağıda bütün birimlerin denetim kayıtlarının bugünkü son halkası yazılıdır.',
    'Kayıtlar sonradan baştan yazılırsa bu satırlar onlarla uyuşmaz. Bir kuşku doğduğunda bu ileti, sunucunun sahibinden bağımsız kanıttır; sistem yöneticisi onu denetim komutuna verir.',
  ];
  const lines = heads.map((head) => ({ name: nameOf(head.chain), line: witnessLine(head) }));
  const blocks = lines.map(({ name, line }) => `${name}\n${line}`);
  return {
    subject,
    text: letterText([...before, ...blocks]),
    html: letterHtml(
      subject,
      <>
        {before.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        {lines.map(({ name, line }) => (
          <Paragraph key={line}>
            {name}
            <br />
            <code>{line}</code>
          </Paragraph>
        ))}
      </>,
    ),
  };
}
