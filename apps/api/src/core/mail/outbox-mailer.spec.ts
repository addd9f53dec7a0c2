import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorCode } from '@domain/errors';
import { createMailer } from './create-mailer';
import { composeBody, composeMessage } from './mail-composer';
import type { OutgoingMail } from './mailer';
import { OutboxMailer } from './outbox-mailer';
import { listOutbox, readOutboxMail } from './outbox-reader';
import { SmtpMailer } from './smtp-mailer';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'giden-'));
  folder = join(base, 'outbox');
});
afterEach(async () => {
  await rm(base, { recursive: true });
});

async function mail(id: string, time = '2026-04-23T09:00:00+03:00'): Promise<OutgoingMail> {
  const prepared = await composeBody({ subject: `Işıklı şenlik ${id}`, html: `<p>${id} ğ</p>`, text: `${id} ğ` });
  const raw = composeMessage(
    prepared,
    { officeDomain: 'havran.bel.tr', fromName: 'Havran', fromAddress: 'basin@havran.bel.tr' },
    {
      to: { address: 'haber@b.example' },
      messageId: `${id}@havran.bel.tr`,
      autoSubmitted: 'auto-generated',
      date: new Date(time),
    },
  );
  return { envelope: { from: 'geri@havran.bel.tr', to: 'haber@b.example' }, raw };
}

describe('OutboxMailer', () => {
  it('writes the very bytes under time and Message-ID', async () => {
    const sent = await mail('bir');

    const answer = await new OutboxMailer(folder).send(sent);

    const name = '20260423T060000Z-bir@havran.bel.tr.eml';
    expect(answer).toEqual({ outcome: 'ACCEPTED', response: `250 written to the outbox as ${name}` });
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name))).toEqual(sent.raw);
  });

  it('keeps one file per Message-ID, whatever the date of the repeat, also after a restart', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(await mail('bir'));

    const answers = [
      await mailer.send(await mail('bir', '2026-04-23T09:05:00+03:00')),
      await new OutboxMailer(folder).send(await mail('bir', '2026-04-23T10:00:00+03:00')),
    ];

    expect(await readdir(folder)).toEqual(['20260423T060000Z-bir@havran.bel.tr.eml']);
    expect(answers.map((answer) => answer.outcome)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('keeps all of many mails that are sent at once', async () => {
    const mailer = new OutboxMailer(folder);
    const mails = await Promise.all(Array.from({ length: 200 }, (_, index) => mail(`m${index}`)));

    await Promise.all([...mails, ...mails].map((one) => mailer.send(one)));

    expect(await readdir(folder)).toHaveLength(200);
  });

  it('gives a Message-ID that is no file name another one', async () => {
    await new OutboxMailer(folder).send(await mail('../../a|b'));

    expect(await readdir(folder)).toEqual([expect.stringMatching(/^20260423T060000Z-[0-9a-f]{64}\.eml$/)]);
    expect(await readdir(base)).toEqual(['outbox']);
  });

  it('writes a mail again whose file was removed', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(await mail('bir'));
    await rm(join(folder, '20260423T060000Z-bir@havran.bel.tr.eml'));

    await mailer.send(await mail('bir'));

    expect(await readdir(folder)).toHaveLength(1);
  });

  it('defers where the folder cannot be written, and goes on once it can', async () => {
    await writeFile(folder, 'a file in the way');
    const mailer = new OutboxMailer(folder);

    const first = await mailer.send(await mail('bir'));
    await rm(folder);
    const second = await mailer.send(await mail('bir'));

    expect(first).toMatchObject({ outcome: 'DEFERRED', code: null });
    expect(second.outcome).toBe('ACCEPTED');
  });

  it.each([
    ['a mail without a Message-ID', Buffer.from('Date: Thu, 23 Apr 2026 06:00:00 +0000\r\n\r\n')],
    ['a mail without a date', Buffer.from('Message-ID: <a@b>\r\n\r\n')],
  ])('refuses %s', async (_, raw) => {
    const envelope = { from: '', to: 'haber@b.example' };

    await expect(new OutboxMailer(folder).send({ envelope, raw })).rejects.toMatchObject({ code: ErrorCode.INVALID });
  });

  it('refuses an envelope that names more than one address', async () => {
    const { raw } = await mail('bir');

    await expect(
      new OutboxMailer(folder).send({ envelope: { from: '', to: 'a@b.example,c@d.example' }, raw }),
    ).rejects.toMatchObject({ code: ErrorCode.INVALID, path: ['envelope', 'to'] });
  });
});

describe('listOutbox', () => {
  it('has nothing to show where there is no folder', async () => {
    expect(await listOutbox(folder)).toEqual({ mails: [], total: 0 });
  });

  it('lists the newest first, decoded, and leaves other files alone', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(await mail('bir'));
    await mailer.send(await mail('iki', '2026-04-24T09:00:00+03:00'));
    await writeFile(join(folder, 'notlar.txt'), 'x');
    await writeFile(join(folder, '.yarim.partial'), 'x');

    const { mails, total } = await listOutbox(folder, 1);

    expect(total).toBe(2);
    expect(mails).toEqual([
      {
        name: '20260424T060000Z-iki@havran.bel.tr.eml',
        sentAt: new Date('2026-04-24T09:00:00+03:00'),
        from: '"Havran" <basin@havran.bel.tr>',
        to: 'haber@b.example',
        subject: 'Işıklı şenlik iki',
        byteLength: (await mail('iki', '2026-04-24T09:00:00+03:00')).raw.length,
      },
    ]);
  });
});

describe('readOutboxMail', () => {
  it('reads one mail whole', async () => {
    await new OutboxMailer(folder).send(await mail('bir'));

    const read = await readOutboxMail(folder, '20260423T060000Z-bir@havran.bel.tr.eml');

    expect(read).toMatchObject({ subject: 'Işıklı şenlik bir', text: 'bir ğ', html: '<p>bir ğ</p>', attachments: [] });
    expect(read.headers.at(-1)?.name).toBe('Content-Type');
  });

  it.each([
    '../gizli.eml',
    '..',
    '',
    '/etc/passwd',
    '20260423T060000Z-../../gizli.eml',
    '20260423T060000Z-a/../../gizli.eml',
    '20260423T060000Z-a\\..\\gizli.eml',
    '20260423T060000Z-a%2f..%2fgizli.eml',
    '20260423T060000Z-yok@b.eml',
    '20260423T060000Z-a@b.eml\0.txt',
    '20260423T060000Z-klasor@b.eml',
    '20260423T060000Z-bag@b.eml',
  ])('finds nothing under %j', async (name) => {
    await mkdir(join(folder, '20260423T060000Z-klasor@b.eml'), { recursive: true });
    await writeFile(join(base, 'gizli.eml'), 'Subject: gizli\r\n\r\n');
    await symlink(join(base, 'gizli.eml'), join(folder, '20260423T060000Z-bag@b.eml'));

    await expect(readOutboxMail(folder, name)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
  });
});

describe('createMailer', () => {
  it.each([undefined, '', '  '])('writes into the outbox without SMTP_URL (%j)', async (smtpUrl) => {
    const mailer = createMailer({ smtpUrl, outboxDir: folder, maxConnections: 2 });

    await mailer.send(await mail('bir'));
    await mailer.close();

    expect(mailer).toBeInstanceOf(OutboxMailer);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('sends by SMTP with SMTP_URL', async () => {
    const mailer = createMailer({ smtpUrl: ' smtp://127.0.0.1:2525 ', outboxDir: folder, maxConnections: 2 });
    await mailer.close();

    expect(mailer).toBeInstanceOf(SmtpMailer);
  });
});
