import JSZip from 'jszip';
import sharp from 'sharp';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { startTestApp, type TestApp } from '../../support/app';
import { attachPictures, type AttachedPictures } from '../../support/attached-pictures';
import { bulletinDesk, sectionOf } from '../../support/bulletin-desk';
import { writtenDraft } from '../../support/bulletin-stories';
import { buildWorld, type World } from '../../support/world';

interface Framed {
  readonly id: string;
  readonly fileId: string;
  readonly focusX: number;
  readonly focusY: number;
}

const editSignature = '$id: ID!, $sectionId: ID!, $attachmentId: ID!, $input: BulletinAttachmentEditInput!';
const moveSignature = '$id: ID!, $sectionId: ID!, $attachmentId: ID!, $position: Int!';

describe('pictures of a bulletin', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let id: string;
  let pictures: AttachedPictures;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    id = await writtenDraft(desk, lead());
    pictures = await attachPictures(test, desk, id, lead(), 3);
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;

  const edit = (input: object, attachmentId = pictures.attachmentIds[0], as = lead()) =>
    desk.mutate(
      'bulletinAttachmentEdit',
      editSignature,
      { id, sectionId: pictures.sectionId, attachmentId, input },
      as,
    );

  const move = (attachmentId: string | undefined, position: number, as = lead()) =>
    desk.mutate(
      'bulletinAttachmentMove',
      moveSignature,
      { id, sectionId: pictures.sectionId, attachmentId, position },
      as,
    );

  async function framed(): Promise<readonly Framed[]> {
    const document = 'query ($id: ID!) { bulletin(id: $id) { sections { attachments { id fileId focusX focusY } } } }';
    const { data } = await test.gql<{ bulletin: { sections: { attachments: Framed[] }[] } }>(document, { id }, lead());
    return data.bulletin.sections.flatMap(({ attachments }) => attachments);
  }

  const eventNames = async (): Promise<string[]> => {
    const sql = 'select name from events where subject_id = $1 order by id desc limit 1';
    return (await test.dataSource.query<{ name: string }[]>(sql, [id])).map(({ name }) => name);
  };

  async function signed(): Promise<void> {
    await desk.submit(id, lead());
    expect((await desk.sign(id, lead())).errors).toEqual([]);
  }

  const isComplete = async () => (await desk.get(id, lead()))?.isSignoffComplete;

  describe('their focus', () => {
    it('is the middle until somebody chooses a point, and the middle again when it is cleared', async () => {
      expect(await framed()).toEqual([0, 1, 2].map(() => expect.objectContaining({ focusX: 0.5, focusY: 0.5 })));

      await edit({ focusX: 0.294, focusY: 1 });
      expect((await framed())[0]).toMatchObject({ focusX: 0.29, focusY: 1 });

      await edit({ focusX: null });
      expect((await framed())[0]).toMatchObject({ focusX: 0.5, focusY: 1 });
    });

    it('voids no signature, and is an event of its own', async () => {
      await signed();
      test.clock.advance({ minutes: 1 });

      expect((await edit({ focusX: 0.1 })).errors).toEqual([]);

      expect(await isComplete()).toBe(true);
      expect(await eventNames()).toEqual(['bulletin.pictureFramed']);
    });

    it('leaves no event when nothing changes', async () => {
      await edit({ focusX: 0.1 });
      const before: unknown = await test.dataSource.query('select count(*) from events');

      await edit({ focusX: 0.1 });

      expect(await test.dataSource.query('select count(*) from events')).toEqual(before);
    });

    it.each([
      [{ focusX: 1.01 }, ['input', 'focusX']],
      [{ focusY: -0.01 }, ['input', 'focusY']],
    ])('is refused outside of the picture: %o', async (input, path) => {
      expect((await edit(input)).errors).toEqual([expect.objectContaining({ code: 'INVALID', path })]);
      expect((await framed())[0]).toMatchObject({ focusX: 0.5, focusY: 0.5 });
    });

    it('goes out with the text: only its crops are given to the public', async () => {
      await edit({ focusX: 0.1, focusY: 0.9 });
      await signed();
      const path = (name: string) => `/basin/dosya/${fileId}/${name}/zeytin.jpg`;
      const { fileId = '' } = (await framed())[0] ?? {};
      await test.http.get(path('paylasim-10-90')).expect(404);
      expect((await desk.approve(id, lead())).errors).toEqual([]);
      await test.app.get(BulletinReleaseClock).releaseDue(test.system());
      await test.runJobs();

      const answer = await test.http.get(path('kucuk-10-90')).expect(200).expect('Content-Type', 'image/jpeg');
      const again = await test.http.get(path('kucuk-10-90')).expect(200);

      const { width, height } = await sharp(answer.body as Buffer).metadata();
      expect([width, height]).toEqual([480, 320]);
      expect((again.body as Buffer).equals(answer.body as Buffer)).toBe(true);
      await test.http.get(path('kucuk-11-90')).expect(404);
      await test.http.get(path('kucuk-10-101')).expect(404);
      await test.http.get(path('dev-10-90')).expect(404);
      const page = await test.http.get((await desk.get(id, lead()))?.publicPath ?? '').expect(200);
      expect(page.text).toMatch(/property="og:image" content="[^"]*\/paylasim-10-90\//);
    });
  });

  describe('their order', () => {
    it('is changed to any place, one move at a time', async () => {
      const [first, second, third] = pictures.attachmentIds;

      expect((await move(third, 0)).errors).toEqual([]);
      expect((await framed()).map((picture) => picture.id)).toEqual([third, first, second]);

      await move(third, 2);
      expect((await framed()).map((picture) => picture.id)).toEqual([first, second, third]);
    });

    it('is signed: a move voids the signature of who signed another order', async () => {
      await signed();
      test.clock.advance({ minutes: 1 });

      const { bulletin } = await move(pictures.attachmentIds[2], 0);

      expect(bulletin?.isSignoffComplete).toBe(false);
      expect(bulletin?.signatures[0]).toMatchObject({ status: 'STALE', changedSectionIds: [pictures.sectionId] });
    });

    it('stays as it is, with its signature, when a picture is put where it stands', async () => {
      await signed();

      await move(pictures.attachmentIds[1], 1);

      expect(await isComplete()).toBe(true);
    });

    it.each([-1, 3])('has no place %d among three', async (position) => {
      const { errors } = await move(pictures.attachmentIds[0], position);

      expect(errors).toEqual([expect.objectContaining({ code: 'INVALID', path: ['position'] })]);
    });

    it('is no concern of an office that does not take part', async () => {
      const { errors } = await move(pictures.attachmentIds[0], 1, world.directors.ayvalik);

      expect(errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND', path: ['id'] })]);
      expect((await framed()).map((picture) => picture.id)).toEqual(pictures.attachmentIds);
    });
  });

  it('come as one archive under their dated names once the text is out', async () => {
    await signed();
    await desk.approve(id, lead());
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    await test.runJobs();
    const address = `${(await desk.get(id, lead()))?.publicPath}.zip`;

    const answer = await test.http
      .get(address)
      .responseType('blob')
      .expect(200)
      .expect('Content-Type', 'application/zip');

    const archive = answer.body as Buffer;
    const zip = await JSZip.loadAsync(archive, { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual(
      ['01', '02', '03'].map((number) => `2026-04-23-edremit-isikli-yuruyus-yolu-aciliyor-${number}.jpg`),
    );
    expect(answer.headers['content-length']).toBe(String(archive.length));
    await test.http
      .get(address)
      .set('If-None-Match', answer.headers['etag'] ?? '')
      .expect(304);
    await test.http.get(address.replace('isikli', 'baska')).expect(404);
  });

  it('keep their place when the words beside them are edited', async () => {
    await edit({ caption: 'Yeni fotoaltı' }, pictures.attachmentIds[1]);

    const section = sectionOf(await desk.get(id, lead()), 'ATTACHMENTS');
    expect(section.attachments.map((attachment) => attachment.id)).toEqual(pictures.attachmentIds);
  });
});
