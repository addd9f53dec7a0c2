import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackS3Options {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
}

export interface StoredObject {
  readonly content: Buffer;
  readonly mediaType: string;
}

/**
 * A small S3 on the loopback: path-style PUT, GET and DELETE of objects in one bucket. It rebuilds the
 * AWS Signature Version 4 of each request by itself, from the bytes that arrived (Source: AWS, "Create a
 * signed AWS API request", steps 1 to 4), and refuses what does not match, as the real service does.
 */
export class LoopbackS3 {
  readonly objects = new Map<string, StoredObject>();
  /** Statuses to answer the next requests with instead of serving them. */
  readonly faults: number[] = [];
  requests = 0;
  private readonly server: Server;

  constructor(private readonly options: LoopbackS3Options) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    const fault = this.faults.shift();
    if (fault !== undefined) return answerError(response, fault, 'SlowDown');
    const flaw = this.flawOf(request, content);
    if (flaw) return answerError(response, 403, flaw);
    const [, bucket = '', ...rest] = decodeURIComponent(request.url ?? '').split('/');
    if (bucket !== this.options.bucket) return answerError(response, 404, 'NoSuchBucket');
    this.answer(request, response, rest.join('/'), content);
  }

  private answer(request: IncomingMessage, response: ServerResponse, key: string, content: Buffer): void {
    const stored = this.objects.get(key);
    if (request.method === 'PUT') {
      this.objects.set(key, { content, mediaType: request.headers['content-type'] ?? '' });
      response.writeHead(200).end();
    } else if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else if (request.method === 'GET' && stored) {
      response.writeHead(200, { 'Content-Type': stored.mediaType, 'Content-Length': stored.content.length });
      response.end(stored.content);
    } else {
      answerError(response, 404, 'NoSuchKey');
    }
  }

  /** The S3 error code that the request earns, or null if its signature and its body hash are right. */
  private flawOf(request: IncomingMessage, content: Buffer): string | null {
    const pattern =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
    const [, accessKey, day, region, signed, signature] = pattern.exec(request.headers.authorization ?? '') ?? [];
    if (!accessKey || !day || !region || !signed || !signature) return 'AccessDenied';
    if (accessKey !== this.options.accessKey) return 'InvalidAccessKeyId';
    if (region !== this.options.region) return 'AuthorizationHeaderMalformed';
    if (!signed.split(';').includes('host')) return 'AccessDenied';
    const sentAt = String(request.headers['x-amz-date'] ?? '');
    if (!sentAt.startsWith(day) || Math.abs(Date.now() - instantOf(sentAt)) > 15 * 60_000)
      return 'RequestTimeTooSkewed';
    const bodyHash = String(request.headers['x-amz-content-sha256'] ?? '');
    if (bodyHash !== sha256(content)) return 'XAmzContentSHA256Mismatch';
    const wanted = this.signatureOf(request, { day, region, signed, sentAt, bodyHash });
    return timingSafeEqual(Buffer.from(wanted), Buffer.from(signature)) ? null : 'SignatureDoesNotMatch';
  }

  private signatureOf(
    request: IncomingMessage,
    facts: { day: string; region: string; signed: string; sentAt: string; bodyHash: string },
  ): string {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const headers = facts.signed.split(';').map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replaceAll(/ +/g, ' ')}\n`,
    );
    const canonical = [request.method, path, query, headers.join(''), facts.signed, facts.bodyHash].join('\n');
    const scope = `${facts.day}/${facts.region}/s3/aws4_request`;
    const text = ['AWS4-HMAC-SHA256', facts.sentAt, scope, sha256(canonical)].join('\n');
    const key = [facts.day, facts.region, 's3', 'aws4_request'].reduce<Buffer | string>(
      (secret, part) => createHmac('sha256', secret).update(part).digest(),
      `AWS4${this.options.secretKey}`,
    );
    return createHmac('sha256', key).update(text).digest('hex');
  }
}

function instantOf(basic: string): number {
  return Date.parse(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function answerError(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
}
