import sharp from 'sharp';
import { CROPS, MIDDLE } from '@domain/files/crop';
import { cropAround } from './image-crop';

/** Left half red, right half blue, 1200 × 400. */
async function halves(): Promise<Buffer> {
  const half = (colour: string) =>
    sharp({ create: { width: 600, height: 400, channels: 3, background: colour } })
      .png()
      .toBuffer();
  return sharp({ create: { width: 1200, height: 400, channels: 3, background: '#000000' } })
    .composite([
      { input: await half('#ff0000'), left: 0, top: 0 },
      { input: await half('#0000ff'), left: 600, top: 0 },
    ])
    .png()
    .toBuffer();
}

async function share(content: Buffer, channel: 0 | 2): Promise<number> {
  const { channels } = await sharp(content).stats();
  return (channels[channel]?.mean ?? 0) / 255;
}

describe('cropping a picture', () => {
  it.each([
    [{ focusX: 0, focusY: 0.5 }, 1, 0],
    [{ focusX: 1, focusY: 0.5 }, 0, 1],
    [MIDDLE, 0.5, 0.5],
  ])('keeps what stands around %o', async (focus, red, blue) => {
    const crop = await cropAround(await halves(), CROPS.kucuk, focus);

    expect(await share(crop, 0)).toBeCloseTo(red, 1);
    expect(await share(crop, 2)).toBeCloseTo(blue, 1);
  });

  it('writes a JPEG of the size of the shape, and of a smaller picture as much as there is', async () => {
    const large = await sharp(await cropAround(await halves(), CROPS.kucuk, MIDDLE)).metadata();
    const small = await sharp(await cropAround(await halves(), CROPS.paylasim, MIDDLE)).metadata();

    expect([large.format, large.width, large.height]).toEqual(['jpeg', 480, 320]);
    expect([small.format, small.width, small.height]).toEqual(['jpeg', 762, 400]);
  });

  it('lays what shines through on white', async () => {
    const clear = {
      create: { width: 600, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    } as const;
    const crop = await cropAround(await sharp(clear).png().toBuffer(), CROPS.kucuk, MIDDLE);

    expect(await share(crop, 0)).toBe(1);
  });
});
