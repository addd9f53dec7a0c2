import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A picture with enough detail that its encoders have work to do: slanted colour bands under noise. */
export function photo(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 42;
  for (let index = 0; index < width * height; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    const x = index % width;
    const y = Math.floor(index / width);
    pixels[index * 3] = (x + (seed >> 24)) % 256;
    pixels[index * 3 + 1] = (y * 2 + (seed >> 25)) % 256;
    pixels[index * 3 + 2] = ((x + y) >> 1) % 256;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Puts a segment behind the first two bytes (SOI) of a JPEG: `marker` 0xED is APP13, 0xE1 APP1, 0xFE a comment. */
export function withJpegSegment(jpeg: Buffer, marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

/** IPTC IIM datasets of record 2 in a Photoshop resource, as picture programs write them into APP13. */
export function iimSegment(datasets: readonly (readonly [number, Buffer])[]): Buffer {
  const block = Buffer.concat(
    datasets.map(([dataset, value]) => {
      const head = Buffer.from([0x1c, 2, dataset, 0, 0]);
      head.writeUInt16BE(value.length, 3);
      return Buffer.concat([head, value]);
    }),
  );
  const resource = (id: number, content: Buffer): Buffer => {
    const head = Buffer.concat([Buffer.from('8BIM'), Buffer.from([id >> 8, id & 0xff, 0, 0, 0, 0, 0, 0])]);
    head.writeUInt32BE(content.length, 8);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    resource(0x03_ed, Buffer.alloc(5, 1)),
    resource(0x04_04, block),
  ]);
}

/** A PNG whose head claims a size that its few bytes of content do not have. */
export function pngClaiming(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = 2;
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return pngOf([pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]);
}

/** Puts a chunk behind the head of a PNG. */
export function withPngChunk(png: Buffer, type: string, content: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(type, content), png.subarray(33)]);
}

function pngOf(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
