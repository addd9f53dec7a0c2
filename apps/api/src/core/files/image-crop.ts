import sharp from 'sharp';
import { cropRectangle, type Focus, type Size } from '@domain/files/crop';
import { Lane } from './lane';

/** Cropping takes a rendition of at most 1600 pixels: some 50 ms each, one at a time. */
const lane = new Lane(100);

/**
 * Cuts a picture to the proportions of the shape around its focus and brings it to the shape's size at most; always a
 * JPEG, on white where something shines through, since mail programs and social networks read nothing else reliably.
 * Refuses: TOO_MANY when a hundred others wait.
 */
export function cropAround(content: Buffer, shape: Size, focus: Focus): Promise<Buffer> {
  return lane.run(async () => {
    const image = sharp(content, { failOn: 'error' });
    const { width, height } = await image.metadata();
    return image
      .extract(cropRectangle({ width, height }, shape, focus))
      .resize({ width: shape.width, height: shape.height, fit: 'cover', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true, progressive: true })
      .toBuffer();
  });
}
