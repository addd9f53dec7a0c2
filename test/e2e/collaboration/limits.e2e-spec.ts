import { once } from 'node:events';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import WebSocket from 'ws';
import { Role } from '@domain/identity/actor';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { approved, signedBulletins } from '../../support/bulletin-stories';
import type { SignedIn } from '../../support/app';
import { sectionOf } from '../../support/bulletin-desk';
import type { CollabClient } from '../../support/collab-client';
import { startSharedDesk, type SharedDesk } from '../../support/shared-section';

let shared: SharedDesk;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  shared = await startSharedDesk();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await shared.closeAll();
});
afterAll(() => shared.stop());

const authentication = 2;
const awareness = 1;

/** A bare socket, as no page of ours opens it; resolves when it is open. */
async function bareSocket({ cookie }: SignedIn): Promise<WebSocket> {
  const socket = new WebSocket(`${shared.test.url.replace('http', 'ws')}/collab`, { headers: { Cookie: cookie } });
  sockets.push(socket);
  await once(socket, 'open');
  return socket;
}

/** With which code and word the server closes it. */
async function endOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { code, reason: reason.toString() };
}

function message(documentName: string, type: number, rest: readonly (number | string)[]): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, documentName);
  writeVarUint(encoder, type);
  for (const part of rest) {
    if (typeof part === 'number') writeVarUint(encoder, part);
    else writeVarString(encoder, part);
  }
  return toUint8Array(encoder);
}

/** Asks for a document; gives back why it was denied, null for a document that opened. */
function ask(socket: WebSocket, documentName: string): Promise<string | null> {
  return new Promise((resolve) => {
    const hear = (received: Buffer): void => {
      const decoder = createDecoder(new Uint8Array(received));
      if (readVarString(decoder) !== documentName || readVarUint(decoder) !== authentication) return;
      socket.off('message', hear);
      resolve(readVarUint(decoder) === 1 ? readVarString(decoder) : null);
    };
    socket.on('message', hear);
    socket.send(message(documentName, authentication, [0, '']));
  });
}

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

async function leadSection(): Promise<string> {
  await shared.begin('Şenlik başladı.');
  return (await shared.section('LEAD')).id;
}

const endOfDocument = async (client: CollabClient): Promise<string | undefined> => {
  await client.until(() => client.closings.length > 0, 'the end');
  return client.closings[0];
};

describe('one socket', () => {
  it('is closed for a message of more than two mebibytes, and nobody else is', async () => {
    const sectionId = await leadSection();
    const colleague = await shared.open(sectionId, await shared.world.person('edremit', Role.EDITOR));
    const socket = await bareSocket(shared.lead);

    socket.send(Buffer.alloc(2 * 1024 * 1024 + 1));

    expect(await endOf(socket)).toEqual({ code: 1009, reason: '' });
    colleague.type(' Sürüyor.');
    await colleague.settled();
    expect(colleague.closings).toEqual([]);
  });

  it('is closed for more than five hundred messages in a second', async () => {
    const sectionId = await leadSection();
    const socket = await bareSocket(shared.lead);
    const end = endOf(socket);

    for (let count = 0; count < 1_100; count += 1) socket.send(message(`section:${sectionId}`, awareness, ['']));

    expect(await end).toEqual({ code: 1008, reason: 'TOO_FAST' });
  });

  it('opens sixty sections and denies the next', async () => {
    await leadSection();
    const socket = await bareSocket(shared.lead);
    const answers: (string | null)[] = [];
    for (let place = 1; place <= 61; place += 1) answers.push(await ask(socket, `section:${id(place)}`));

    expect(new Set(answers.slice(0, 60))).toEqual(new Set(['NOT_FOUND']));
    expect(answers[60]).toBe('TOO_MANY');
  });
});

describe('one person', () => {
  it('has twenty sockets at most; another is let in when one of them is closed', async () => {
    await leadSection();
    const open = await Promise.all(Array.from({ length: 20 }, () => bareSocket(shared.lead)));
    const next = await bareSocket(shared.lead);
    expect(await endOf(next)).toEqual({ code: 1013, reason: 'TOO_MANY' });
    expect((await bareSocket(shared.partner)).readyState).toBe(WebSocket.OPEN);

    const [first] = open;
    first?.close();
    if (first) await endOf(first);
    const later = await bareSocket(shared.lead);

    expect(await ask(later, `section:${id(1)}`)).toBe('NOT_FOUND');
  });

  it('opens nothing with the cookie of a session that has ended', async () => {
    const sectionId = await leadSection();
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    await shared.test.http.post('/auth/sign-out').set('Cookie', colleague.cookie).set('x-tekses', '1');

    const refused = new WebSocket(`${shared.test.url.replace('http', 'ws')}/collab`, {
      headers: { Cookie: colleague.cookie },
    });
    const [error] = (await once(refused, 'error')) as [Error];

    expect(error.message).toContain('401');
    expect((await shared.section('LEAD')).id).toBe(sectionId);
  });

  it('is out of every document when their membership ends', async () => {
    const sectionId = await leadSection();
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    const [theirs, ours] = [await shared.open(sectionId, colleague), await shared.open(sectionId, shared.lead)];
    const [membership] = await shared.sql<{ id: string }>('select id from memberships where user_id = $1', [
      colleague.userId,
    ]);
    const ended = await shared.test.gql<{ memberEnd: { errors: unknown[] } }>(
      'mutation ($id: ID!) { memberEnd(id: $id) { errors { code } } }',
      { id: membership?.id },
      shared.lead,
    );
    expect(ended.data.memberEnd.errors).toEqual([]);

    expect(await endOfDocument(theirs)).toBe('NOT_FOUND');
    theirs.type(' Bir söz daha.');
    ours.type(' Son.');
    await ours.settled();
    expect(ours.text()).toBe('Şenlik başladı. Son.');
  });
});

describe('a bulletin', () => {
  it('that is approved is still its owners’ to write; once it is released nobody writes or suggests', async () => {
    await leadSection();
    const [bulletin] = await signedBulletins(shared.desk, shared.lead, 1);
    const { id: sectionId } = sectionOf(await shared.desk.get(bulletin?.id ?? '', shared.lead), 'LEAD');
    const ours = await shared.open(sectionId, shared.lead);
    if (bulletin) await approved(shared.desk, bulletin, shared.lead);
    const text = ours.text();
    expect(ours.messages).toEqual([]);

    expect(await shared.test.app.get(BulletinReleaseClock).releaseDue(shared.test.system())).toEqual([bulletin?.id]);
    await ours.until(() => ours.messages.length > 0, 'the word');
    ours.type(' Geç kalan söz.');
    const later = await shared.open(sectionId, await shared.world.person('edremit', Role.EDITOR));

    expect(ours.messages).toEqual([{ event: 'mode', mode: 'READ' }]);
    expect(later.text()).toBe(text);
    const { text: stored } = sectionOf(await shared.desk.get(bulletin?.id ?? '', shared.lead), 'LEAD');
    expect(stored).toBe(text);
  });

  it('takes no more than five hundred suggestions into one section', async () => {
    const sectionId = await leadSection();
    const ours = await shared.open(sectionId, shared.lead);
    const suggested = (count: number) => ({
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Şenlik başladı.' },
            ...Array.from({ length: count }, (_, place) => ({
              type: 'text',
              text: String.fromCodePoint(0x4e_00 + place),
              marks: [
                {
                  type: 'insertion',
                  attrs: {
                    id: id(place + 1),
                    userId: shared.lead.userId,
                    officeId: shared.lead.officeId,
                    at: '2026-04-23T06:00:00Z',
                  },
                },
              ],
            })),
          ],
        },
      ],
    });

    ours.write(suggested(500));
    await ours.settled();
    expect(ours.closings).toEqual([]);
    ours.write(suggested(501));

    expect(await endOfDocument(ours)).toBe('REFUSED:TOO_MANY');
  });
});
