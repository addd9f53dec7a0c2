import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { assertFileKey, FileStore } from './file-store';

export interface S3Place {
  /** Scheme, host and port: `https://s3.example.org:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Answers that say "again, later" (5xx, 429) are asked again this many times, 0.1 to 1.6 s apart. */
const RETRIES = 4;
const FIRST_RETRY_MS = 200;
/** One request, its tries and the arrival of a streamed body together, in milliseconds. */
const TIMEOUT_MS = 300_000;

/**
 * Files in a bucket of any S3-compatible service. Addresses are path-style (`/bucket/key`), which every such
 * service understands; each request is signed with AWS Signature Version 4 over the hash of its body, so that
 * the service itself refuses bytes that changed on the way.
 */
export class S3FileStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly place: S3Place) {
    super();
    this.client = new AwsClient({
      accessKeyId: place.accessKey,
      secretAccessKey: place.secretKey,
      region: place.region,
      service: 's3',
      retries: RETRIES,
      initRetryMs: FIRST_RETRY_MS,
    });
  }

  async put(key: string, content: Buffer, mediaType: string): Promise<void> {
    const response = await this.ask('PUT', key, { content, mediaType });
    if (!response.ok) throw await refusal('PUT', key, response);
    await response.body?.cancel();
  }

  async get(key: string): Promise<Buffer | null> {
    const response = await this.found('GET', key);
    return response ? Buffer.from(await response.arrayBuffer()) : null;
  }

  async stream(key: string): Promise<Readable | null> {
    const response = await this.found('GET', key);
    if (!response) return null;
    return response.body ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>) : Readable.from([]);
  }

  async delete(key: string): Promise<void> {
    const response = await this.found('DELETE', key);
    await response?.body?.cancel();
  }

  /** The successful answer, or null where there is nothing under the key. A missing bucket is a fault, not nothing. */
  private async found(method: string, key: string): Promise<Response | null> {
    const response = await this.ask(method, key);
    if (response.ok) return response;
    const fault = await refusal(method, key, response);
    if (response.status === 404 && fault.code === 'NoSuchKey') return null;
    throw fault;
  }

  private async ask(
    method: string,
    key: string,
    body?: { readonly content: Buffer; readonly mediaType: string },
  ): Promise<Response> {
    assertFileKey(key);
    const content = body?.content ?? Buffer.alloc(0);
    const headers: Record<string, string> = {
      'X-Amz-Content-Sha256': createHash('sha256').update(content).digest('hex'),
    };
    if (body) headers['Content-Type'] = body.mediaType;
    const address = `${this.place.endpoint}/${this.place.bucket}/${key}`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await this.client.fetch(address, {
        method,
        headers,
        signal,
        ...(body && { body: new Uint8Array(content) }),
      });
    } catch (error) {
      throw new Error(`File store: ${method} ${key} did not reach ${this.place.endpoint}`, { cause: error });
    }
  }
}

/** A refusal of the service, with the `<Code>` of its error document. */
class S3Refusal extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
    this.name = 'S3Refusal';
  }
}

async function refusal(method: string, key: string, response: Response): Promise<S3Refusal> {
  const code = /<Code>([A-Za-z0-9]{1,64})<\/Code>/.exec(await response.text())?.[1] ?? null;
  return new S3Refusal(
    `File store: ${method} ${key} was answered with ${response.status} ${code ?? ''}`.trimEnd(),
    code,
  );
}
