import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { anonymous, Role, systemActor, type Actor } from '@domain/identity/actor';
import { buildMembership, officeIdByCode } from '../../../../../test/factories/identity.factory';
import { testDatabase, type TestDatabase } from '../../../../../test/support/database';
import { docx } from '../../../../../test/support/packed-documents';
import { photo } from '../../../../../test/support/pictures';
import { DatabaseClock } from '../clock';
import { RequestContext } from '../context';
import { Jobs } from '../jobs/jobs.service';
import { Ledger } from '../ledger/ledger.service';
import { Logger } from '../logger';
import { Transactions } from '../transactions';
import { FileStore } from './file-store';
import { FileVisibility } from './file-visibility';
import { FileEntity } from './file.entity';
import { FilesService } from './files.service';

const now = new Date('2026-04-23T09:00:00+03:00');

/** A store in memory that can be told to fail at the n-th write. */
class MemoryFileStore extends FileStore {
  readonly objects = new Map<string, { content: Buffer; mediaType: string }>();
  failsAtPut = Number.POSITIVE_INFINITY;
  private puts = 0;

  put(key: string, content: Buffer, mediaType: string): Promise<void> {
    this.puts += 1;
    if (this.puts >= this.failsAtPut) return Promise.reject(new Error('disk full'));
    this.objects.set(key, { content, mediaType });
    return Promise.resolve();
  }

  get(key: string): Promise<Buffer | null> {
    return Promise.resolve(this.objects.get(key)?.content ?? null);
  }

  stream(key: string): Promise<Readable | null> {
    const stored = this.objects.get(key);
    return Promise.resolve(stored ? Readable.from([stored.content]) : null);
  }

  delete(key: string): Promise<void> {
    this.objects.delete(key);
    return Promise.resolve();
  }
}

describe('FilesService', () => {
  let database: TestDatabase;
  let store: MemoryFileStore;
  let visibility: FileVisibility;
  let service: FilesService;
  let picture: Buffer;
  let edremit: RequestContext;
  let havran: RequestContext;

  beforeAll(async () => {
    database = await testDatabase();
    picture = await photo(500, 60).jpeg().toBuffer();
  });
  beforeEach(async () => {
    await database.reset();
    const { dataSource, url } = database;
    const logger = new Logger('silent');
    const options = { databaseUrl: url, isWorker: false, isUpkept: false, concurrency: 1 };
    const ledger = new Ledger(new Jobs(dataSource, new DatabaseClock(dataSource), logger, options));
    store = new MemoryFileStore();
    visibility = new FileVisibility();
    service = new FilesService(new Transactions(dataSource), ledger, store, visibility);
    edremit = await memberOf('edremit', Role.STAFF);
    havran = await memberOf('havran', Role.PRESS_DIRECTOR);
  });
  afterAll(() => database.close());

  const as = (actor: Actor) => new RequestContext(actor, now, database.dataSource.manager, 'istek-0001');
  const countRows = () => database.dataSource.manager.count(FileEntity);
  const countEvents = async () => Number((await database.dataSource.query('select count(*) from events'))[0].count);

  async function memberOf(code: string, role: Role): Promise<RequestContext> {
    const officeId = await officeIdByCode(database.dataSource.manager, code);
    const { id, userId } = await buildMembership(database.dataSource.manager, { officeId, role });
    return as({ ...anonymous, kind: 'user', userId, officeId, memberships: [{ id, officeId, role }], scopes: null });
  }

  it('stores a picture with its renditions under office and hash, and keeps what it learnt', async () => {
    const file = await service.upload(edremit, { fileName: 'Ağaç.JPG', content: picture });

    const row = await database.dataSource.manager.findOneByOrFail(FileEntity, { id: file.id });
    expect(row).toEqual(file);
    expect(row).toMatchObject({
      officeId: edremit.actor.officeId,
      createdById: edremit.actor.userId,
      createdAt: now,
      mediaType: 'image/jpeg',
      width: 500,
      height: 60,
      fileName: 'Ağaç.jpg',
      isImage: true,
    });
    const place = `${row.officeId}/${row.sha256}`;
    expect([...store.objects.keys()].sort()).toEqual([`${place}/original`, `${place}/w400`, `${place}/w800`]);
    expect(row.renditions).toEqual([
      {
        name: 'w400',
        mediaType: 'image/jpeg',
        bytes: store.objects.get(`${place}/w400`)?.content.length,
        width: 400,
        height: 48,
      },
      {
        name: 'w800',
        mediaType: 'image/jpeg',
        bytes: store.objects.get(`${place}/w800`)?.content.length,
        width: 500,
        height: 60,
      },
    ]);
    expect(store.objects.get(`${place}/original`)?.content.length).toBe(row.bytes);
  });

  it('stores a document as it came', async () => {
    const content = await docx();

    const file = await service.upload(edremit, { fileName: 'Açıklama.docx', content });

    expect(file).toMatchObject({ isImage: false, width: null, height: null, renditions: [], bytes: content.length });
    const opened = await service.open(edremit, file.id);
    expect((await opened.content()).equals(content)).toBe(true);
    expect((await buffer(await opened.stream())).equals(content)).toBe(true);
  });

  it('refuses before anything is examined or stored', async () => {
    const observer = await memberOf('edremit', Role.OBSERVER);

    for (const ctx of [observer, as(systemActor), as(anonymous)]) {
      await expect(service.upload(ctx, { fileName: 'x', content: Buffer.from('?') })).rejects.toMatchObject({
        code: ErrorCode.FORBIDDEN,
      });
    }

    expect([store.objects.size, await countRows(), await countEvents()]).toEqual([0, 0, 0]);
  });

  it('leaves no row behind when the store fails half way', async () => {
    store.failsAtPut = 2;

    await expect(service.upload(edremit, { fileName: 'a.jpg', content: picture })).rejects.toThrow('disk full');

    expect([await countRows(), await countEvents()]).toEqual([0, 0]);
  });

  it('says that the bytes are lost, not that the file is unknown', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });
    store.objects.clear();

    const opened = await service.open(edremit, file.id);

    await expect(opened.stream()).rejects.toThrow('has a row but no bytes');
    await expect(opened.content()).rejects.toThrow('has a row but no bytes');
  });

  it('gives a file to attach only to its own office', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });
    visibility.letView(() => Promise.resolve(true));

    expect(await service.getOwn(edremit, file.id)).toEqual(file);
    for (const [ctx, id] of [
      [havran, file.id],
      [edremit, newId(now)],
      [edremit, 'x'],
      [as(anonymous), file.id],
    ] as const) {
      await expect(service.getOwn(ctx, id)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
    }
  });

  it('opens a file to others only by what the features say, asked with the context and the id', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });
    const asked: unknown[] = [];
    let answer = false;
    visibility.letView(() => Promise.resolve(false));
    visibility.letView((ctx, fileId) => {
      asked.push([ctx, fileId]);
      return Promise.resolve(answer);
    });

    await expect(service.open(havran, file.id)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
    answer = true;
    expect((await service.open(havran, file.id, 'w400')).width).toBe(400);

    expect(asked).toEqual([
      [havran, file.id],
      [havran, file.id],
    ]);
  });

  it('opens a file to the public only while the release gate says so, whatever else may see it', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });
    const visitor = as(anonymous);
    let isOut = false;
    visibility.letView(() => Promise.resolve(true));
    visibility.letPublish(() => Promise.resolve(isOut));

    for (const ctx of [visitor, edremit]) {
      await expect(service.openPublic(ctx, file.id)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
      await expect(service.openPublic(ctx, file.id, 'w400')).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
    }
    isOut = true;
    expect((await service.openPublic(visitor, file.id, 'w1600')).fileName).toBe('a-w800.jpg');
    await expect(service.openPublic(visitor, newId(now))).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
    isOut = false;
    await expect(service.openPublic(visitor, file.id)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
  });

  it('lets the signed-in of every office see what is public', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });
    visibility.letPublish((_ctx, fileId) => Promise.resolve(fileId === file.id));

    expect((await service.open(havran, file.id)).file).toEqual(file);
  });

  it('gives the bytes to what was released elsewhere without asking again', async () => {
    const file = await service.upload(edremit, { fileName: 'a.jpg', content: picture });

    const opened = await service.openForRelease(as(systemActor), file.id, 'w400');

    expect(opened).toMatchObject({ mediaType: 'image/jpeg', width: 400, bytes: (await opened.content()).length });
    await expect(service.openForRelease(as(systemActor), newId(now))).rejects.toMatchObject({
      code: ErrorCode.NOT_FOUND,
    });
  });

  it('takes many uploads of one picture at once', async () => {
    const files = await Promise.all(
      Array.from({ length: 6 }, (_, index) => service.upload(edremit, { fileName: `${index}.jpg`, content: picture })),
    );

    expect(new Set(files.map(({ id }) => id)).size).toBe(6);
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(1);
    expect([store.objects.size, await countRows(), await countEvents()]).toEqual([3, 6, 6]);
  });
});
