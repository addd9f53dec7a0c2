import type { SignedIn } from './app';
import { doc, sectionOf, type bulletinDesk, type BulletinView } from './bulletin-desk';

type Desk = ReturnType<typeof bulletinDesk>;

const words = { SPOT: 'Işıklı yol iki ilçeyi bağlıyor.', LEAD: 'Belediye 3 kilometrelik yolu bugün açıyor.' } as const;

/** The id of a draft of the actor's office with everything that a release asks for. */
export async function writtenDraft(
  desk: Desk,
  as: SignedIn,
  headline = 'Işıklı yürüyüş yolu açılıyor',
): Promise<string> {
  let bulletin = settled(await desk.create({ headline }, as));
  for (const kind of ['SPOT', 'LEAD'] as const) {
    const { id, version } = sectionOf(bulletin, kind);
    const input = { expectedVersion: version, content: doc(words[kind]) };
    bulletin = settled(await desk.editSection(bulletin.id, id, input, as));
  }
  return bulletin.id;
}

/** Bulletins of one office alone, submitted and signed: what is left is the approval. */
export async function signedBulletins(desk: Desk, as: SignedIn, count: number): Promise<BulletinView[]> {
  const original = await writtenDraft(desk, as);
  const signed = [];
  for (let made = 0; made < count; made += 1) {
    const { id } = made === 0 ? { id: original } : settled(await desk.duplicate(original, as));
    const submitted = settled(await desk.submit(id, as));
    signed.push(settled(await desk.sign(id, as, submitted.viewerSignableHash ?? undefined)));
  }
  return signed;
}

/** Approves and says what the release clock needs next. */
export async function approved(desk: Desk, { id, version }: BulletinView, as: SignedIn): Promise<BulletinView> {
  const signature = '$id: ID!, $input: BulletinApproveReleaseInput!';
  return settled(
    await desk.mutate('bulletinApproveRelease', signature, { id, input: { expectedVersion: version } }, as),
  );
}

function settled({ bulletin, errors }: { bulletin: BulletinView | null; errors: readonly object[] }): BulletinView {
  if (!bulletin || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return bulletin;
}
