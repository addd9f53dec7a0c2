import { createHash } from 'node:crypto';
import exifr from 'exifr';
import JSZip from 'jszip';
import sharp, { type Sharp } from 'sharp';
import { DomainError, ErrorCode } from '@domain/errors';
import { FileRefusal } from '@domain/files/file-refusal';
import { iimSegment, photo, pngClaiming, withJpegSegment, withPngChunk } from '../../../../../test/support/pictures';
import { examineImage, type ExaminedImage } from './image-intake';

const XMP = (body: string): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

async function refusalOf(content: Buffer): Promise<DomainError> {
  try {
    await examineImage(content);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the picture was taken');
}

async function reasonOf(content: Buffer): Promise<unknown> {
  const refusal = await refusalOf(content);
  expect(refusal.code).toBe(ErrorCode.UNACCEPTABLE_FILE);
  return refusal.details['reason'];
}

const versionsOf = (image: ExaminedImage): readonly Buffer[] => [
  image.original.content,
  ...image.renditions.map((rendition) => rendition.content),
];

async function pixelAt(content: Buffer, left: number, top: number): Promise<readonly number[]> {
  return [...(await sharp(content).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe('a picture that is taken', () => {
  it.each([
    ['JPEG', 'image/jpeg', () => photo(2000, 1200).jpeg().toBuffer()],
    ['PNG', 'image/png', () => photo(2000, 1200).png().toBuffer()],
    ['WEBP', 'image/webp', () => photo(2000, 1200).webp().toBuffer()],
  ])('is written anew as %s, with JPEG renditions of 400, 800 and 1600 pixels', async (kind, mediaType, make) => {
    const image = await examineImage(await make());

    expect(image.kind).toBe(kind);
    expect(image.original).toMatchObject({ mediaType, width: 2000, height: 1200 });
    expect((await sharp(image.original.content).metadata()).format).toBe(kind.toLowerCase());
    expect(image.sha256).toBe(createHash('sha256').update(image.original.content).digest('hex'));
    expect(image.renditions.map(({ name, mediaType: type, width, height }) => [name, type, width, height])).toEqual([
      ['w400', 'image/jpeg', 400, 240],
      ['w800', 'image/jpeg', 800, 480],
      ['w1600', 'image/jpeg', 1600, 960],
    ]);
    for (const rendition of image.renditions) {
      const facts = await sharp(rendition.content).metadata();
      expect(facts).toMatchObject({
        format: 'jpeg',
        width: rendition.width,
        height: rendition.height,
        isProgressive: true,
      });
    }
  });

  it('gives the same bytes for the same picture', async () => {
    const content = await photo(500, 300).jpeg().toBuffer();

    const [first, second] = await Promise.all([examineImage(content), examineImage(content)]);

    expect(first.sha256).toBe(second.sha256);
    expect(first.renditions.map((one) => one.content)).toEqual(second.renditions.map((one) => one.content));
  });

  it('has no rendition wider than itself and none twice', async () => {
    const widths = async (width: number): Promise<unknown> =>
      (await examineImage(await photo(width, 100).jpeg().toBuffer())).renditions.map((one) => [one.name, one.width]);

    expect(await widths(300)).toEqual([['w400', 300]]);
    expect(await widths(400)).toEqual([['w400', 400]]);
    expect(await widths(401)).toEqual([
      ['w400', 400],
      ['w800', 401],
    ]);
    expect(await widths(1000)).toEqual([
      ['w400', 400],
      ['w800', 800],
      ['w1600', 1000],
    ]);
  });

  it('keeps what shines through, and makes a JPEG of an alpha channel that hides nothing', async () => {
    const hole = await sharp({
      create: { width: 500, height: 500, channels: 4, background: { r: 0, g: 90, b: 60, alpha: 0 } },
    })
      .composite([{ input: await photo(100, 100).png().toBuffer(), left: 0, top: 0 }])
      .png()
      .toBuffer();
    const solid = await photo(500, 500).ensureAlpha(1).png().toBuffer();

    const logo = await examineImage(hole);
    const picture = await examineImage(solid);

    expect(logo.renditions.map((one) => one.mediaType)).toEqual(['image/png', 'image/png']);
    expect((await pixelAt(logo.renditions[0]?.content ?? hole, 399, 399))[3]).toBe(0);
    expect((await pixelAt(logo.original.content, 499, 499))[3]).toBe(0);
    expect(picture.renditions.map((one) => one.mediaType)).toEqual(['image/jpeg', 'image/jpeg']);
  });

  it.each([
    ['Display P3', 4, [200, 60, 50], (plain: Sharp) => plain.withIccProfile('p3').png()],
    // Print colours come back a little darker: the profile's own perceptual rendering, not an error.
    [
      'CMYK',
      20,
      [150, 120, 90],
      (plain: Sharp) => plain.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }),
    ],
    ['16 bits', 2, [200, 60, 50], (plain: Sharp) => plain.toColourspace('rgb16').png()],
    ['grey', 2, [90, 90, 90], (plain: Sharp) => plain.toColourspace('b-w').png()],
  ] as const)('is brought from %s to plain sRGB', async (_name, tolerance, [r, g, b], convert) => {
    const plain = sharp({ create: { width: 200, height: 200, channels: 3, background: { r, g, b } } });
    const content = await convert(plain).toBuffer();

    const image = await examineImage(content);

    for (const version of versionsOf(image)) {
      expect(await sharp(version).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', hasProfile: false });
      const pixel = await pixelAt(version, 100, 100);
      expect(pixel).toHaveLength(3);
      [r, g, b].forEach((wanted, band) => {
        expect(Math.abs((pixel[band] ?? 999) - wanted)).toBeLessThanOrEqual(tolerance);
      });
    }
  });
});

describe('what a picture carries besides its pixels', () => {
  const PLACE = {
    IFD0: { Artist: 'KANARYA-IFD0', Make: 'KANARYA-MAKE' },
    IFD2: { BodySerialNumber: 'KANARYA-SERI' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 35/1 45/1', GPSLongitudeRef: 'E', GPSLongitude: '27/1 1/1 12/1' },
  };

  it.each(['jpeg', 'png', 'webp'] as const)(
    'is gone from every version of a %s: place, camera, serial number',
    async (format) => {
      const content = await photo(900, 600)[format]().withExif(PLACE).toBuffer();
      expect(content.includes('KANARYA-SERI')).toBe(true);

      const image = await examineImage(content);

      for (const version of versionsOf(image)) {
        const facts = await sharp(version).metadata();
        expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.comments]).toEqual(Array(5).fill(undefined));
        expect(version.includes('KANARYA')).toBe(false);
      }
    },
  );

  it('is gone for an independent reader, which found the place before', async () => {
    const content = await photo(900, 600).jpeg().withExif(PLACE).toBuffer();
    expect(await exifr.gps(content)).toEqual({
      latitude: expect.closeTo(39.5958, 3) as number,
      longitude: expect.closeTo(27.02, 3) as number,
    });

    const image = await examineImage(content);

    const everything = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, icc: true };
    for (const version of versionsOf(image)) expect(await exifr.parse(version, everything)).toBeUndefined();
  });

  it('is gone also when it stands in a comment, an unknown segment, a text chunk or after the end', async () => {
    const jpeg = await photo(300, 200).jpeg().toBuffer();
    const png = await photo(300, 200).png().toBuffer();
    const hidden = Buffer.from('KANARYA <script>alert(1)</script>');

    for (const content of [
      withJpegSegment(jpeg, 0xfe, hidden),
      withJpegSegment(jpeg, 0xec, hidden),
      Buffer.concat([jpeg, hidden]),
      withPngChunk(png, 'tEXt', Buffer.concat([Buffer.from('Comment\0'), hidden])),
      withPngChunk(png, 'kaNa', hidden),
      Buffer.concat([png, hidden]),
    ]) {
      expect(content.includes('KANARYA')).toBe(true);
      for (const version of versionsOf(await examineImage(content))) expect(version.includes('KANARYA')).toBe(false);
    }
  });

  it('does not survive as a second format: a JPEG that is also a ZIP comes out as a JPEG alone', async () => {
    const zip = await new JSZip().file('kabuk.php', '<?php system($_GET[0]);').generateAsync({ type: 'nodebuffer' });
    const polyglot = Buffer.concat([await photo(300, 200).jpeg().toBuffer(), zip]);
    expect(Object.keys((await JSZip.loadAsync(polyglot)).files)).toEqual(['kabuk.php']);

    const image = await examineImage(polyglot);

    for (const version of versionsOf(image)) {
      expect(version.includes('PK\u0003\u0004')).toBe(false);
      await expect(JSZip.loadAsync(version)).rejects.toThrow('end of central directory');
    }
  });

  it('is gone with the second picture that phones put into an HDR photograph', async () => {
    const light = Float32Array.from({ length: 600 * 400 * 3 }, (_, index) => (index % 600) / 200);
    const raw = { width: 600, height: 400, channels: 3 as const, depth: 'float' as const };
    // The types of sharp do not know withGainMap yet.
    const bright = sharp(light, { raw }).pipelineColourspace('scrgb') as Sharp & { withGainMap(): Sharp };
    const content = await bright.withGainMap().jpeg().toBuffer();
    expect((await sharp(content).metadata()).gainMap?.image.length).toBeGreaterThan(0);

    const image = await examineImage(content);

    expect(image.original).toMatchObject({ mediaType: 'image/jpeg', width: 600, height: 400 });
    for (const version of versionsOf(image)) {
      expect((await sharp(version).metadata()).gainMap).toBeUndefined();
      expect(version.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 1)).toBe(-1);
    }
  });

  it.each([
    [3, 180],
    [6, 90],
    [8, 270],
  ])('is applied where it matters: orientation %i turns the picture upright', async (orientation, degrees) => {
    const upright = await sharp({ create: { width: 600, height: 1000, channels: 3, background: '#004c97' } })
      .composite([
        { input: { create: { width: 600, height: 300, channels: 3, background: '#e03c31' } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer();
    const lying = await sharp(upright).rotate(-degrees).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();

    const image = await examineImage(lying);

    expect(image.original).toMatchObject({ width: 600, height: 1000 });
    expect(image.renditions.map((one) => [one.width, one.height])).toEqual([
      [400, 667],
      [600, 1000],
    ]);
    for (const version of versionsOf(image)) {
      const { width, height, orientation: left } = await sharp(version).metadata();
      expect(left).toBeUndefined();
      const [red = 0, , blue = 0] = await pixelAt(version, Math.floor(width / 2), Math.floor(height * 0.1));
      expect(red).toBeGreaterThan(blue);
    }
  });
});

describe('caption and credit', () => {
  const jpegWith = async (segments: {
    xmp?: string;
    iptc?: readonly (readonly [number, Buffer])[];
  }): Promise<Buffer> => {
    const plain = photo(200, 150).jpeg();
    const content = await (segments.xmp ? plain.withXmp(segments.xmp) : plain).toBuffer();
    return segments.iptc ? withJpegSegment(content, 0xed, iimSegment(segments.iptc)) : content;
  };
  const wordsOf = async (content: Buffer): Promise<readonly (string | null)[]> => {
    const image = await examineImage(content);
    return [image.suggestedCaption, image.suggestedCredit];
  };

  it('are read from XMP elements, with entities and white space made plain', async () => {
    const xmp = XMP(
      `><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Edremit&#x27;te\n zeytin hasadı &amp; şenlik, İğdeli</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Ayşe Yıldız</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>Edremit Belediyesi</photoshop:Credit>`,
    );

    expect(await wordsOf(await jpegWith({ xmp }))).toEqual([
      "Edremit'te zeytin hasadı & şenlik, İğdeli",
      'Ayşe Yıldız / Edremit Belediyesi',
    ]);
  });

  it('are read from XMP attributes, and the photographer is not named twice', async () => {
    const xmp = XMP(
      `photoshop:Credit="Ayşe Yıldız / Havran Belediyesi"><dc:creator><rdf:Seq><rdf:li>Ayşe Yıldız</rdf:li></rdf:Seq></dc:creator>`,
    );

    expect(await wordsOf(await jpegWith({ xmp }))).toEqual([null, 'Ayşe Yıldız / Havran Belediyesi']);
  });

  it('are read from a PNG and a WebP too', async () => {
    const xmp = XMP(`><dc:description><rdf:Alt><rdf:li>Körfez</rdf:li></rdf:Alt></dc:description>`);

    expect(await wordsOf(await photo(200, 150).png().withXmp(xmp).toBuffer())).toEqual(['Körfez', null]);
    expect(await wordsOf(await photo(200, 150).webp().withXmp(xmp).toBuffer())).toEqual(['Körfez', null]);
  });

  it('are read from IIM in UTF-8 and in windows-1254', async () => {
    const iptc = [
      [80, Buffer.from('Ömer Işık')],
      [120, Buffer.from('Gömeç sahili')],
    ] as const;
    const turkish = Buffer.from([0x41, 0xf0, 0x61, 0xe7, 0x20, 0xfe, 0x65, 0x6e, 0x6c, 0x69, 0xf0, 0x69, 0x20, 0xdd]);

    expect(await wordsOf(await jpegWith({ iptc }))).toEqual(['Gömeç sahili', 'Ömer Işık']);
    expect(await wordsOf(await jpegWith({ iptc: [[120, turkish]] }))).toEqual(['Ağaç şenliği İ', null]);
  });

  it('follow XMP where both are there', async () => {
    const xmp = XMP(`><dc:description><rdf:Alt><rdf:li>XMP sözü</rdf:li></rdf:Alt></dc:description>`);

    expect(await wordsOf(await jpegWith({ xmp, iptc: [[120, Buffer.from('IIM sözü')]] }))).toEqual(['XMP sözü', null]);
  });

  it('are cut, stripped of control and direction marks, and not taken from what cameras write', async () => {
    const long = await examineImage(await jpegWith({ iptc: [[120, Buffer.from('ş'.repeat(5000))]] }));
    expect(long.suggestedCaption).toBe('ş'.repeat(1000));

    expect(await wordsOf(await jpegWith({ iptc: [[120, Buffer.from('a\u0000\r\nb\u202Ec')]] }))).toEqual([
      'a b c',
      null,
    ]);
    expect(await wordsOf(await jpegWith({ iptc: [[120, Buffer.from('OLYMPUS DIGITAL CAMERA')]] }))).toEqual([
      null,
      null,
    ]);
  });

  it('are null, not a fault, where the packets are damaged or hostile', async () => {
    const many = '<dc:description'.repeat(3000);
    expect(await wordsOf(await jpegWith({ xmp: XMP(`>${many}`) }))).toEqual([null, null]);

    const cut = withJpegSegment(
      await photo(200, 150).jpeg().toBuffer(),
      0xed,
      Buffer.from('Photoshop 3.0\x008BIM\u0004\u0004\0\0\u00ff\u00ff\u00ff\u00ff\u001c\u0002x\u007f\u00ff', 'latin1'),
    );
    expect(await wordsOf(cut)).toEqual([null, null]);
  });
});

describe('a picture that is not taken', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>';

  it.each([
    ['an SVG, whatever it is named', async () => Buffer.from(SVG)],
    ['an SVG after a byte order mark', async () => Buffer.from(`\ufeff${SVG}`)],
    ['a GIF', () => photo(100, 100).gif().toBuffer()],
    ['a TIFF', () => photo(100, 100).tiff().toBuffer()],
    ['an AVIF', () => photo(100, 100).avif().toBuffer()],
    ['HTML', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('is %s', async (_name, make) => {
    const refusal = await refusalOf(await make());

    expect(refusal.details).toEqual({ reason: FileRefusal.UNKNOWN_KIND, accepted: ['JPEG', 'PNG', 'WEBP'] });
  });

  it('is an empty or oversized one', async () => {
    expect(await reasonOf(Buffer.alloc(0))).toBe(FileRefusal.EMPTY);
    const jpeg = await photo(100, 100).jpeg().toBuffer();
    const refusal = await refusalOf(Buffer.concat([jpeg, Buffer.alloc(25 * 1024 * 1024 + 1 - jpeg.length)]));
    expect(refusal.details).toEqual({ reason: FileRefusal.TOO_LARGE, limitBytes: 26_214_400 });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('is a %s that breaks off', async (format) => {
    const whole = await photo(800, 600)[format]().toBuffer();

    expect(await reasonOf(whole.subarray(0, Math.floor(whole.length * 0.6)))).toBe(FileRefusal.BROKEN);
    expect(await reasonOf(whole.subarray(0, 20))).toBe(FileRefusal.BROKEN);
  });

  it('is one that is too small or moves', async () => {
    expect(await reasonOf(await photo(15, 400).png().toBuffer())).toBe(FileRefusal.TOO_FEW_PIXELS);
    const still = await photo(100, 100).raw().toBuffer();
    const moving = sharp(Buffer.concat([still, await photo(100, 100).negate().raw().toBuffer()]), {
      raw: { width: 100, height: 200, channels: 3, pageHeight: 100 },
    });
    expect(await reasonOf(await moving.webp({ loop: 0, delay: [100, 100] }).toBuffer())).toBe(FileRefusal.ANIMATED);
  });

  it.each([
    [30_000, 30_000],
    [16_001, 20],
    [20, 16_001],
    [7_746, 7_746],
    [2_147_483_647, 2_147_483_647],
  ])('is one that claims %i × %i pixels, refused at once and without memory', async (width, height) => {
    const bomb = pngClaiming(width, height);
    const memory = process.memoryUsage().rss;
    const start = performance.now();

    const refusal = await refusalOf(bomb);

    expect([FileRefusal.TOO_MANY_PIXELS, FileRefusal.BROKEN]).toContain(refusal.details['reason']);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
  });

  it('says the limits of a picture with too many pixels', async () => {
    const refusal = await refusalOf(pngClaiming(30_000, 30_000));

    expect(refusal.details).toEqual({
      reason: FileRefusal.TOO_MANY_PIXELS,
      limitPixels: 60_000_000,
      limitSide: 16_000,
    });
  });

  it('is one whose head lies about the size of its rows', async () => {
    expect(await reasonOf(pngClaiming(5000, 5000))).toBe(FileRefusal.BROKEN);
  });
});
