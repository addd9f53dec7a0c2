import { createTransport } from 'nodemailer';
import { type SmtpSink, startSmtpSink } from './smtp-sink';

let sink: SmtpSink;
beforeEach(async () => {
  sink = await startSmtpSink({ faults: (_, attempt) => (attempt === 1 ? 'none' : '451') });
});
afterEach(async () => {
  await sink.close();
});

async function send(to: string): Promise<void> {
  const transport = createTransport({ url: sink.url });
  await transport.sendMail({ from: 'a@b.example', to, subject: 'Işık', text: 'ığüşöç', messageId: '<bir@b.example>' });
  transport.close();
}

describe('startSmtpSink', () => {
  it('keeps envelope, bytes and headers, and parses when asked', async () => {
    await send('haber@c.example');

    const [mail] = await sink.waitFor(1, 1000);
    expect(mail?.envelope).toEqual({ from: 'a@b.example', to: ['haber@c.example'] });
    expect(mail?.messageId).toBe('bir@b.example');
    expect(mail?.headers.get('subject')).toEqual([expect.stringMatching(/^=\?UTF-8\?/)]);
    expect(mail?.raw.toString('latin1')).toContain('\r\nTo: haber@c.example\r\n');
    expect(await mail?.parse()).toMatchObject({ subject: 'Işık', text: 'ığüşöç' });
  });

  it('counts the attempts of each recipient by itself, until it is cleared', async () => {
    await send('haber@c.example');
    await send('baska@c.example');
    await expect(send('haber@c.example')).rejects.toMatchObject({ responseCode: 451 });

    sink.clear();
    await send('haber@c.example');

    expect(sink.mails.map((mail) => mail.envelope.to[0])).toEqual(['haber@c.example']);
  });

  it('says how many mails came when too few did', async () => {
    await send('haber@c.example');

    await expect(sink.waitFor(2, 50)).rejects.toThrow('1 of 2 mails after 50 ms');
  });

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(sink.url).port);

    await expect(startSmtpSink({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
