/** From a keystroke to the other writer's document, over two real sockets of one server, the judging and storing included. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { Doc, XmlElement, XmlText } from 'yjs';
import { openSessions, removeDrafts } from './database.mjs';
import { ask } from './load.mjs';
import { startApi } from './processes.mjs';
import { draftHeadline, toApi } from './questions.mjs';

const keystrokes = 500;
const pauseMilliseconds = 10;
const words = 'Körfez’in altı ilçesinde ışıklar saat 20.00’de yandı; şenlik gece yarısına dek sürdü. ';

const createQuery = `mutation ($input: BulletinCreateInput!) { bulletinCreate(input: $input) {
  bulletin { sections { id kind } } errors { code } } }`;

/** Latencies of typing at the end of a press text of 3,000 characters. */
export async function measureTyping(databaseUrl) {
  const [person] = await openSessions(databaseUrl);
  const api = await startApi(databaseUrl);
  const request = { person, query: createQuery, variables: { input: { headline: draftHeadline } }, path: '/create' };
  const { data } = await ask(api.url, toApi(request));
  const section = data.bulletinCreate.bulletin.sections.find(({ kind }) => kind === 'LEAD');
  const writers = [0, 1].map(() => open(api.url, section.id, person.cookie));
  await Promise.all(writers.map(({ synced }) => synced));
  const latencies = await typeAndWait(writers);
  for (const { close } of writers) close();
  await pause(2_000);
  await removeDrafts(databaseUrl, draftHeadline);
  await api.stop();
  return {
    what: 'typing',
    keystrokes,
    'p50 ms': at(latencies, 0.5),
    'p95 ms': at(latencies, 0.95),
    'max ms': at(latencies, 1),
  };
}

function open(url, sectionId, cookie) {
  class Socket extends WebSocket {
    constructor(address) {
      super(address, { headers: { Cookie: cookie } });
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: Socket,
  });
  const document = new Doc();
  let provider;
  const synced = new Promise((resolve, reject) => {
    provider = new HocuspocusProvider({
      websocketProvider,
      name: `section:${sectionId}`,
      document,
      onSynced: resolve,
      onAuthenticationFailed: ({ reason }) => reject(new Error(`the section was not opened: ${reason}`)),
      onClose: ({ event }) => reject(new Error(`the section was closed: ${event.reason}`)),
    });
    provider.attach();
  });
  const close = () => {
    provider.destroy();
    websocketProvider.destroy();
  };
  return { document, synced, close };
}

async function typeAndWait([writer, reader]) {
  const paragraph = new XmlElement('paragraph');
  const text = new XmlText(words.repeat(35));
  paragraph.insert(0, [text]);
  const arrived = () => new Promise((resolve) => reader.document.once('update', resolve));
  const first = arrived();
  writer.document.getXmlFragment('default').insert(0, [paragraph]);
  await first;
  const latencies = [];
  for (let place = 0; place < keystrokes; place += 1) {
    const next = arrived();
    const begun = performance.now();
    text.insert(text.length, words[place % words.length]);
    await next;
    latencies.push(performance.now() - begun);
    await pause(pauseMilliseconds);
  }
  return latencies.sort((left, right) => left - right);
}

const at = (sorted, share) => Number(sorted[Math.ceil(share * sorted.length) - 1].toFixed(1));
