/**
 * An SMTP server that takes every mail. Tells its port on its first line; a message `reset` forgets all, any other is
 * answered with how many mails came, the seconds between the first and the last, and one of them.
 */
import { SMTPServer } from 'smtp-server';

let seen = { count: 0, first: 0, last: 0, sample: '' };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, callback) {
    const isSample = seen.count === 0;
    const chunks = [];
    stream.on('data', (chunk) => {
      if (isSample) chunks.push(chunk);
    });
    stream.once('end', () => {
      const now = performance.now();
      if (isSample) seen.sample = Buffer.concat(chunks).toString('latin1');
      seen = { ...seen, count: seen.count + 1, first: seen.first || now, last: now };
      callback();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.on('message', (order) => {
  if (order === 'reset') seen = { count: 0, first: 0, last: 0, sample: '' };
  process.send({ count: seen.count, seconds: (seen.last - seen.first) / 1_000, sample: seen.sample });
});
