import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { LoopbackS3 } from '../../../../../test/support/loopback-s3';
import { createFileStore } from './create-file-store';
import type { FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3-file-store';

const KEY = '0198a1b2-0000-7000-8000-000000000001/9f86d081884c7d65/original';
const SECRET = 'gizli/anahtar+İ=';

let folder: string;
let s3: LoopbackS3;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'));
  s3 = new LoopbackS3({ accessKey: 'EDREMIT', secretKey: SECRET, bucket: 'tek-ses', region: 'tr-1' });
  await s3.start();
});

afterEach(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

function s3Url(changes: { access?: string; secret?: string; bucket?: string; region?: string } = {}): string {
  const { access = 'EDREMIT', secret = SECRET, bucket = 'tek-ses', region = 'tr-1' } = changes;
  const keys = `${encodeURIComponent(access)}:${encodeURIComponent(secret)}`;
  return `s3://${keys}@127.0.0.1:${s3.port}/${bucket}?region=${region}&tls=0`;
}

const shores: readonly [string, () => FileStore][] = [
  ['a local folder', () => createFileStore(join(folder, 'dosyalar'))],
  ['an S3 service', () => createFileStore(s3Url())],
];

describe.each(shores)('a file store on %s', (_name, open) => {
  it('gives back exactly the bytes that were put, whole and as a stream', async () => {
    const store = open();
    const content = randomBytes(300_000);

    await store.put(KEY, content, 'image/jpeg');

    expect((await store.get(KEY))?.equals(content)).toBe(true);
    const stream = await store.stream(KEY);
    expect(stream && (await buffer(stream)).equals(content)).toBe(true);
  });

  it('has nothing under a key that was never put', async () => {
    const store = open();

    expect(await store.get(KEY)).toBeNull();
    expect(await store.stream(KEY)).toBeNull();
  });

  it('keeps an empty file apart from no file', async () => {
    const store = open();

    await store.put(KEY, Buffer.alloc(0), 'text/plain');

    expect(await store.get(KEY)).toEqual(Buffer.alloc(0));
    const stream = await store.stream(KEY);
    expect(stream && (await buffer(stream)).length).toBe(0);
  });

  it('takes the same key twice and keeps the last bytes', async () => {
    const store = open();

    await store.put(KEY, Buffer.from('ilk'), 'text/plain');
    await store.put(KEY, Buffer.from('sonraki'), 'text/plain');

    expect((await store.get(KEY))?.toString()).toBe('sonraki');
  });

  it('forgets what is deleted and does not mind deleting it again', async () => {
    const store = open();
    await store.put(KEY, Buffer.from('zeytin'), 'text/plain');
    const other = KEY.replace('original', 'w400');
    await store.put(other, Buffer.from('çınar'), 'text/plain');

    await store.delete(KEY);
    await store.delete(KEY);

    expect(await store.get(KEY)).toBeNull();
    expect((await store.get(other))?.toString()).toBe('çınar');
  });

  it.each([
    '../kaçak',
    'a/../b',
    '/etc/passwd',
    'a//b',
    'a\\b',
    'a%2e%2e',
    '.gizli',
    'a/',
    '',
    'Ş',
    'a\u0000b',
    'a/b/c/d/e',
  ])('refuses the key %j', async (key) => {
    const store = open();

    await expect(store.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow('is not a key');
    await expect(store.get(key)).rejects.toThrow('is not a key');
    await expect(store.stream(key)).rejects.toThrow('is not a key');
    await expect(store.delete(key)).rejects.toThrow('is not a key');
  });
});

describe('the local folder', () => {
  const filesIn = async (path: string): Promise<string[]> =>
    (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('fans out over two levels and leaves no partial file', async () => {
    const store = new LocalFileStore(folder);

    await store.put(KEY, Buffer.from('zeytin'));

    const files = await filesIn(folder);
    expect(files).toHaveLength(1);
    expect(files[0]?.slice(folder.length)).toMatch(
      /^\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-z-]+_9f86d081884c7d65_original$/,
    );
    expect((await stat(files[0] ?? '')).mode & 0o007).toBe(0);
  });

  it('leaves no partial file when a write cannot be finished', async () => {
    const store = new LocalFileStore(folder);
    await store.put(KEY, Buffer.from('eski'));
    const [path = ''] = await filesIn(folder);
    await rm(path);
    await mkdir(join(path, 'in-the-way'), { recursive: true });

    await expect(store.put(KEY, Buffer.from('yeni'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);

    expect(await filesIn(folder)).toEqual([]);
  });

  it('shows every reader one whole version while writers replace it', async () => {
    const store = new LocalFileStore(folder);
    const versions = ['a', 'b', 'c'].map((letter) => Buffer.alloc(200_000, letter));
    await store.put(KEY, versions[0] ?? Buffer.alloc(0));

    const reads = await Promise.all(
      Array.from({ length: 30 }, async (_, turn) => {
        if (turn % 3 === 0) await store.put(KEY, versions[turn % 2] ?? Buffer.alloc(0));
        return store.get(KEY);
      }),
    );

    for (const read of reads) expect(versions.some((version) => read?.equals(version))).toBe(true);
  });
});

describe('the S3 service', () => {
  it('is sent the media type, the path-style key and a signature that holds', async () => {
    await createFileStore(s3Url()).put(KEY, Buffer.from('ğüşıöçİ'), 'text/plain; charset=utf-8');

    expect([...s3.objects.keys()]).toEqual([KEY]);
    expect(s3.objects.get(KEY)?.mediaType).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['a wrong secret', { secret: 'yanlış' }, '403 SignatureDoesNotMatch'],
    ['a wrong access key', { access: 'HAVRAN' }, '403 InvalidAccessKeyId'],
    ['a wrong region', { region: 'us-east-1' }, '403 AuthorizationHeaderMalformed'],
    ['a missing bucket', { bucket: 'yok-boyle' }, '404 NoSuchBucket'],
  ])('says which answer it got for %s, and no secret', async (_name, changes, answer) => {
    const store = createFileStore(s3Url(changes));

    await expect(store.get(KEY)).rejects.toThrow(`File store: GET ${KEY} was answered with ${answer}`);
    await expect(store.put(KEY, Buffer.from('x'), 'text/plain')).rejects.toThrow(answer);
    await expect(store.delete(KEY)).rejects.toThrow(answer);
    expect(s3.objects.size).toBe(0);
  });

  it('asks again when the service is busy', async () => {
    s3.faults.push(503, 429, 500);

    await createFileStore(s3Url()).put(KEY, Buffer.from('zeytin'), 'text/plain');

    expect(s3.objects.get(KEY)?.content.toString()).toBe('zeytin');
    expect(s3.requests).toBe(4);
  });

  it('gives up with the last answer when the service stays busy', async () => {
    s3.faults.push(503, 503, 503, 503, 503);

    await expect(createFileStore(s3Url()).get(KEY)).rejects.toThrow('503 SlowDown');
    expect(s3.requests).toBe(5);
  });

  it('says that the service was not reached', async () => {
    const store = createFileStore(s3Url());
    await s3.stop();

    await expect(store.get(KEY)).rejects.toThrow('did not reach http://127.0.0.1');
  });
});

describe('FILES_URL', () => {
  it('picks the shore by its form', () => {
    expect(createFileStore('/var/lib/tekses')).toBeInstanceOf(LocalFileStore);
    expect(createFileStore('.data/files')).toBeInstanceOf(LocalFileStore);
    expect(createFileStore('file:///var/lib/tekses')).toBeInstanceOf(LocalFileStore);
    expect(createFileStore('s3://a:b@s3.example.org/tek-ses')).toBeInstanceOf(S3FileStore);
  });

  it.each([
    ['', 'FILES_URL is empty'],
    ['ftp://host/x', 'of no known form'],
    ['s3://host/bucket', 'no ACCESS:SECRET'],
    ['s3://a:b@host', 'no bucket name'],
    ['s3://a:b@host/bucket/folder', 'no bucket name'],
    ['s3://a:b@host/bucket?tls=yes', 'tls is 0 or 1'],
    ['s3://a:gizli%zz@host/bucket', 'percent-encoded'],
    ['s3://a:gizli@host:999999/bucket', 'cannot be read'],
  ])('refuses %j in one sentence without secrets', (filesUrl, sentence) => {
    expect(() => createFileStore(filesUrl)).toThrow(sentence);
    expect(() => createFileStore(filesUrl)).not.toThrow('gizli');
  });
});
