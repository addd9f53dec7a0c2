import { CollaborationServer } from '../../apps/api/src/collaboration/collaboration.server';
import { startTestApp, type SignedIn, type TestApp } from './app';
import { bulletinDesk, doc, sectionOf, type BulletinView, type SectionView } from './bulletin-desk';
import { collabClient, type CollabClient, type CollabOptions } from './collab-client';
import { buildWorld, type World } from './world';

/** A bulletin of Edremit that Ayvalık takes part in, and the shared documents that a test opened. */
export interface SharedDesk {
  readonly test: TestApp;
  readonly world: World;
  readonly desk: ReturnType<typeof bulletinDesk>;
  readonly lead: SignedIn;
  readonly partner: SignedIn;
  readonly bulletinId: string;
  /** A new bulletin; the lead paragraph has these words. `now` for processes with the real clock. */
  begin(words: string, now?: Date): Promise<void>;
  section(kind: string, officeId?: string | null): Promise<SectionView>;
  get(as?: SignedIn): Promise<BulletinView>;
  open(sectionId: string, as: SignedIn | null, options?: CollabOptions & { url?: string }): Promise<CollabClient>;
  /** Opens without waiting: for what is refused. */
  knock(sectionId: string, as: SignedIn | null, options?: CollabOptions): CollabClient;
  sql<T>(query: string, values?: unknown[]): Promise<T[]>;
  /** Closes every client and waits until their words are stored. */
  closeAll(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSharedDesk(): Promise<SharedDesk> {
  const test = await startTestApp();
  const desk = bulletinDesk(test);
  const clients: CollabClient[] = [];
  const state = { world: null as World | null, bulletinId: '' };
  const world = (): World => {
    if (!state.world) throw new Error('begin first');
    return state.world;
  };
  const get = async (as: SignedIn = world().directors.edremit): Promise<BulletinView> => {
    const bulletin = await desk.get(state.bulletinId, as);
    if (!bulletin) throw new Error('no bulletin');
    return bulletin;
  };
  const server = test.app.get(CollaborationServer);
  const closeAll = async (): Promise<void> => {
    for (const client of clients.splice(0)) client.close();
    await eventually(
      () => Promise.resolve(server.openCount()),
      (count) => count === 0,
      'the documents to be stored',
    );
  };
  const knock = (sectionId: string, as: SignedIn | null, options: CollabOptions & { url?: string } = {}) => {
    const client = collabClient(options.url ?? test.url, sectionId, as, options);
    clients.push(client);
    return client;
  };
  return {
    test,
    desk,
    get world() {
      return world();
    },
    get lead() {
      return world().directors.edremit;
    },
    get partner() {
      return world().directors.ayvalik;
    },
    get bulletinId() {
      return state.bulletinId;
    },
    get,
    knock,
    begin: async (words, now) => {
      await closeAll();
      await test.reset();
      if (now) test.clock.set(now);
      state.world = await buildWorld(test);
      const { edremit, ayvalik } = state.world.directors;
      const input = { kind: 'BULLETIN', headline: 'Körfezde ağaç dikildi' };
      const { bulletin } = await desk.create(input, edremit);
      state.bulletinId = bulletin?.id ?? '';
      const { id, version } = sectionOf(bulletin, 'LEAD');
      await desk.editSection(state.bulletinId, id, { content: doc(words), expectedVersion: version }, edremit);
      await desk.invite(state.bulletinId, [state.world.officeIds.ayvalik], edremit);
      await desk.share(state.bulletinId, edremit);
      await desk.accept(state.bulletinId, ayvalik);
    },
    section: async (kind, officeId = null) => sectionOf(await get(), kind, officeId),
    open: async (sectionId, as, options) => {
      const client = knock(sectionId, as, options);
      await client.until(() => client.provider.isSynced || client.closings.length > 0, 'the document to open');
      return client;
    },
    sql: (query, values = []) => test.dataSource.query(query, values),
    closeAll,
    stop: () => test.close(),
  };
}

/** Waits until what is read is so; fails after `patience` milliseconds. */
export async function eventually<T>(
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
  what: string,
  patience = 5_000,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (performance.now() > deadline) throw new Error(`waited for ${what} in vain: ${JSON.stringify(value)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
