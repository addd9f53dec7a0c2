/**
 * The measure for mails: nodemailer's pooled transport, one `sendMail` per recipient with the words and attachments of a
 * mail that the product sent. No database, no release gate, no record of what the server answered, no signature.
 * Arguments: port of the sink, number of mails. The sample mail comes on standard input.
 */
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { buffer } from 'node:stream/consumers';

const [port, count] = process.argv.slice(2).map(Number);
const sample = await simpleParser(await buffer(process.stdin));
const attachments = sample.attachments.map(({ filename, content, contentType }) => ({
  filename,
  content,
  contentType,
}));
const transport = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: 5, maxMessages: 100 });
await Promise.all(
  Array.from({ length: count }, (_, index) =>
    transport.sendMail({
      from: 'basin@ornek.example',
      to: `kisi-${index}@ornek.example`,
      subject: sample.subject,
      text: sample.text,
      html: sample.html || undefined,
      attachments,
    }),
  ),
);
transport.close();
