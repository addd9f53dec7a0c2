import { readdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import exifr from 'exifr';
import request from 'supertest';
import sharp from 'sharp';
import { newId } from '@domain/ids';
import { Role } from '@domain/identity/actor';
import { FileVisibility } from '../../../apps/api/src/core/files/file-visibility';
import { FileEntity } from '../../../apps/api/src/core/files/file.entity';
import { buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { testDatabase, type TestDatabase } from '../../support/database';
import { createFilesApp, sessionCookie, type FilesApp } from '../../support/files-app';
import { docx } from '../../support/packed-documents';
import { photo, pngClaiming } from '../../support/pictures';

interface Uploaded {
  readonly id: string;
  readonly fileName: string;
}

describe('files over HTTP', () => {
  let database: TestDatabase;
  let files: FilesApp;
  let server: Server;
  let staff: string;
  let observer: string;
  let havran: string;
  let operator: string;
  const visible = new Set<string>();

  beforeAll(async () => {
    picture = await photo(900, 100).jpeg().toBuffer();
    database = await testDatabase();
    files = await createFilesApp(database);
    server = files.app.getHttpServer();
    files.app.get(FileVisibility).letView((_ctx, fileId) => Promise.resolve(visible.has(fileId)));
  });
  beforeEach(async () => {
    await database.reset();
    visible.clear();
    staff = await cookieOf(Role.STAFF, 'edremit');
    observer = await cookieOf(Role.OBSERVER, 'edremit');
    havran = await cookieOf(Role.PRESS_DIRECTOR, 'havran');
    operator = await sessionCookie(database, (await buildUser(db(), { isOperator: true })).id, null);
  });
  afterAll(async () => {
    await files.close();
    await database.close();
  });

  const db = () => database.dataSource.manager;

  async function cookieOf(role: Role, code: string): Promise<string> {
    const officeId = await officeIdByCode(db(), code);
    const { userId } = await buildMembership(db(), { role, officeId });
    return sessionCookie(database, userId, officeId);
  }

  const post = (cookie: string) => request(server).post('/files').set('Cookie', cookie).set('X-Tekses', '1');
  const get = (cookie: string, path: string) =>
    request(server).get(path).set('Cookie', cookie).buffer(true).parse(wholeBody);
  const rows = () => db().count(FileEntity);
  let picture: Buffer;
  const jpeg = () => Promise.resolve(picture);

  async function uploaded(cookie: string, content: Buffer, fileName: string): Promise<Uploaded> {
    const answer = await post(cookie).attach('file', content, fileName).expect(201);
    return answer.body as Uploaded;
  }

  it('takes a picture and tells what it took', async () => {
    const content = await photo(900, 600)
      .jpeg()
      .withExif({
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '39/1 35/1 45/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '27/1 1/1 12/1',
        },
      })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>İğdeli’de zeytin hasadı</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Işıl Şen</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>',
      )
      .toBuffer();

    const answer = await post(staff).attach('file', content, 'Zeytin Hasadı.JPG').expect(201);

    const file = await db().findOneByOrFail(FileEntity, { id: (answer.body as Uploaded).id });
    expect(answer.body).toEqual({
      id: file.id,
      fileName: 'Zeytin Hasadı.jpg',
      mediaType: 'image/jpeg',
      bytes: file.bytes,
      width: 900,
      height: 600,
      suggestedCaption: 'İğdeli’de zeytin hasadı',
      suggestedCredit: 'Işıl Şen',
    });
    const shown = await get(staff, `/files/${file.id}`).expect(200);
    expect(await exifr.parse(shown.body as Buffer, { gps: true, xmp: true, iptc: true })).toBeUndefined();
  });

  it('gives a picture out to be shown, and nothing more', async () => {
    const { id } = await uploaded(staff, await jpeg(), 'Körfez.jpg');

    const answer = await get(observer, `/files/${id}`).expect(200);

    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="korfez.jpg"; filename*=UTF-8''K%C3%B6rfez.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      'content-length': String((answer.body as Buffer).length),
    });
    expect(await sharp(answer.body as Buffer).metadata()).toMatchObject({ format: 'jpeg', width: 900 });
  });

  it('gives renditions out, and the widest there is in place of a wider one', async () => {
    const { id } = await uploaded(staff, await jpeg(), 'Körfez.jpg');

    for (const [name, width, fileName] of [
      ['w400', 400, 'K%C3%B6rfez-w400.jpg'],
      ['w800', 800, 'K%C3%B6rfez-w800.jpg'],
      ['w1600', 900, 'K%C3%B6rfez-w1600.jpg'],
    ] as const) {
      const answer = await get(staff, `/files/${id}/${name}`).expect(200);
      expect((await sharp(answer.body as Buffer).metadata()).width).toBe(width);
      expect(answer.headers['content-disposition']).toContain(fileName);
    }
    await get(staff, `/files/${id}/w9000`).expect(404);
    await get(staff, `/files/${id}/original`).expect(404);
    await get(staff, `/files/${id}/constructor`).expect(404);
  });

  it('lets a document only be downloaded', async () => {
    const content = await docx();
    const { id, fileName } = await uploaded(staff, content, '../../Açıklama\r\nX: y.docx');

    const answer = await get(staff, `/files/${id}`).expect(200);

    expect(fileName).toBe('Açıklama X- y.docx');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="aciklama x- y.docx"; filename*=UTF-8''A%C3%A7%C4%B1klama%20X-%20y.docx`,
    );
    expect(answer.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect((answer.body as Buffer).equals(content)).toBe(true);
    await get(staff, `/files/${id}/w400`).expect(404);
  });

  it('serves a text that is a page in disguise as text, to be downloaded', async () => {
    const { id } = await uploaded(staff, Buffer.from('<script>alert("ğ")</script>'), 'not.txt');

    const answer = await get(staff, `/files/${id}`).expect(200);

    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('answers 304 to who has it, and HEAD without bytes', async () => {
    const { id } = await uploaded(staff, await jpeg(), 'a.jpg');
    const first = await get(staff, `/files/${id}`).expect(200);

    const again = await get(staff, `/files/${id}`).set('If-None-Match', String(first.headers['etag'])).expect(304);
    const head = await request(server).head(`/files/${id}`).set('Cookie', staff).expect(200);

    expect((again.body as Buffer).length).toBe(0);
    expect(head.headers['content-length']).toBe(first.headers['content-length']);
    expect((await get(staff, `/files/${id}/w400`)).headers['etag']).not.toBe(first.headers['etag']);
  });

  it('stores the same content of one office once, under two rows, and of another office again', async () => {
    const content = await photo(850, 300).jpeg().toBuffer();

    const ids = [await uploaded(staff, content, 'bir.jpg')];
    const afterFirst = (await filesIn(files.folder)).length;
    ids.push(await uploaded(staff, content, 'iki.jpg'));
    const afterSecond = (await filesIn(files.folder)).length;
    ids.push(await uploaded(havran, content, 'üç.jpg'));
    const afterForeign = (await filesIn(files.folder)).length;

    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
    expect(await rows()).toBe(3);
    expect(afterSecond).toBe(afterFirst);
    expect(afterForeign).toBe(afterFirst + 4);
  });

  it('records the upload in the ledger, without the name', async () => {
    const { id } = await uploaded(staff, await jpeg(), 'Işıl Şen düğün.jpg');

    const events: { name: string; data: Record<string, unknown> }[] = await database.dataSource.query(
      'select name, data from events where subject_id = $1',
      [id],
    );

    const { sha256, bytes } = await db().findOneByOrFail(FileEntity, { id });
    expect(events).toEqual([{ name: 'file.uploaded', data: { sha256, mediaType: 'image/jpeg', bytes } }]);
  });

  describe('who sees a file', () => {
    it('is its office, and another office where it is attached to something that it may see', async () => {
      const { id } = await uploaded(staff, await jpeg(), 'a.jpg');

      await get(observer, `/files/${id}`).expect(200);
      for (const cookie of [havran, operator]) {
        const answer = await get(cookie, `/files/${id}`).expect(404);
        expect(JSON.parse(String(answer.body))).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
        await get(cookie, `/files/${id}/w400`).expect(404);
      }
      visible.add(id);
      await get(havran, `/files/${id}`).expect(200);
      await get(havran, `/files/${id}/w400`).expect(200);
    });

    it('is nobody without a session, and the answer is the same for a file that is not there', async () => {
      const { id } = await uploaded(staff, await jpeg(), 'a.jpg');
      visible.add(id);

      const there = await request(server).get(`/files/${id}`).expect(401);
      const missing = await request(server)
        .get(`/files/${newId(new Date())}`)
        .expect(401);

      expect(there.body).toEqual(missing.body);
    });

    it('cannot be told from a file that is not there', async () => {
      const { id } = await uploaded(staff, await jpeg(), 'a.jpg');

      const foreign = await get(havran, `/files/${id}`).expect(404);
      const missing = await get(havran, `/files/${newId(new Date())}`).expect(404);

      expect(foreign.body).toEqual(missing.body);
      for (const path of ['/files/x', "/files/'or'1", '/files/..%2F..%2Fetc%2Fpasswd', '/files/%00']) {
        await get(staff, path).expect(404);
      }
    });
  });

  describe('an upload that is refused', () => {
    const refusal = (status: number, error: Record<string, unknown>) => (answer: request.Response) => {
      expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
        status,
        body: { errors: [error] },
      });
    };

    afterEach(async () => {
      expect(await rows()).toBe(0);
    });

    it('comes from a visitor, an observer or an operator', async () => {
      const content = await jpeg();

      await request(server).post('/files').set('X-Tekses', '1').attach('file', content, 'a.jpg').expect(401);
      await post(observer)
        .attach('file', content, 'a.jpg')
        .expect(refusal(403, { code: 'FORBIDDEN' }));
      await post(operator)
        .attach('file', content, 'a.jpg')
        .expect(refusal(403, { code: 'FORBIDDEN' }));
    });

    it('comes from a form of another site', async () => {
      const answer = await request(server)
        .post('/files')
        .set('Cookie', staff)
        .attach('file', await jpeg(), 'a.jpg');

      expect(answer.status).toBe(403);
    });

    it.each([
      ['an SVG named as a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.png', 'UNKNOWN_KIND'],
      ['a page of HTML', Buffer.from('<script>alert(1)</script>'), 'a.html', 'UNKNOWN_KIND'],
      ['a pixel bomb', pngClaiming(30_000, 30_000), 'a.png', 'TOO_MANY_PIXELS'],
      ['an empty file', Buffer.alloc(0), 'a.png', 'EMPTY'],
    ])('is %s', async (_name, content, fileName, reason) => {
      await post(staff)
        .attach('file', content, fileName)
        .expect(refusal(415, { code: 'UNACCEPTABLE_FILE', path: ['file'], details: { reason } }));
    });

    it('tells every kind that is taken', async () => {
      await post(staff)
        .attach('file', Buffer.from('MZ'), 'a.exe')
        .expect(refusal(415, { details: { accepted: ['JPEG', 'PNG', 'WEBP', 'PDF', 'DOCX', 'ODT', 'TXT', 'CSV'] } }));
    });

    it('has no file, a file in another field, two files or no multipart body', async () => {
      const content = await jpeg();

      await post(staff)
        .field('file', 'metin')
        .expect(refusal(415, { details: { reason: 'EMPTY' } }));
      await post(staff).attach('resim', content, 'a.jpg').expect(400);
      await post(staff).attach('file', content, 'a.jpg').attach('file', content, 'b.jpg').expect(400);
      await post(staff)
        .send({ file: 'x' })
        .expect(refusal(415, { details: { reason: 'EMPTY' } }));
      await post(staff).set('Content-Type', 'multipart/form-data').send('x').expect(400);
    });

    it('is longer than 25 MB, said beforehand or found on the way', async () => {
      const long = Buffer.alloc(25 * 1024 * 1024 + 1, 'a');
      const tooLarge = refusal(415, { details: { reason: 'TOO_LARGE', limitBytes: 26_214_400 } });

      await post(staff).attach('file', long, 'a.jpg').expect(tooLarge);
      await post(staff)
        .attach('file', Buffer.concat([long, Buffer.alloc(100_000)]), 'a.jpg')
        .expect(tooLarge);
    });
  });
});

function wholeBody(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
