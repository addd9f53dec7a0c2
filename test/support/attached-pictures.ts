import type { SignedIn, TestApp } from './app';
import { sectionOf, type bulletinDesk } from './bulletin-desk';
import { photo } from './pictures';

export interface AttachedPictures {
  readonly sectionId: string;
  /** In the order in which they were attached. */
  readonly attachmentIds: readonly string[];
}

/** Puts as many pictures as asked for, 900 × 600 pixels, with all their words into a section of the bulletin. */
export async function attachPictures(
  test: TestApp,
  desk: ReturnType<typeof bulletinDesk>,
  bulletinId: string,
  as: SignedIn,
  count: number,
): Promise<AttachedPictures> {
  const added = await desk.addSection(bulletinId, { kind: 'ATTACHMENTS' }, as);
  if (added.errors.length > 0) throw new Error(JSON.stringify(added.errors));
  const sectionId = sectionOf(added.bulletin, 'ATTACHMENTS').id;
  let attachmentIds: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const fileId = await upload(
      test,
      as,
      `Zeytin hasadı ${index}.jpg`,
      await photo(900 + index, 600)
        .jpeg()
        .toBuffer(),
    );
    const input = {
      fileId,
      alt: `Bahçede zeytin toplayan üreticiler, ${index}. kare`,
      caption: `Çağış Mahallesi’nde hasadın ilk günü, ${index}. kare.`,
      credit: 'Edremit Belediyesi / İ. Şahin',
    };
    const signature = '$id: ID!, $sectionId: ID!, $input: BulletinAttachInput!';
    const { bulletin, errors } = await desk.mutate(
      'bulletinAttachmentAdd',
      signature,
      { id: bulletinId, sectionId, input },
      as,
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    attachmentIds = sectionOf(bulletin, 'ATTACHMENTS').attachments.map(({ id }) => id);
  }
  return { sectionId, attachmentIds };
}

async function upload(test: TestApp, { cookie }: SignedIn, name: string, content: Buffer): Promise<string> {
  const answer = await test.http
    .post('/files')
    .set('Cookie', cookie)
    .set('X-Tekses', '1')
    .attach('file', content, name)
    .expect(201);
  return (answer.body as { id: string }).id;
}
