import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { mayUpload } from '@domain/files/file.policy';
import { authorize } from '@domain/policy';
import { contextOf, type RequestWithContext } from '../context';
import { IMAGE_LIMITS } from './image-intake';

/**
 * A header that no form of another site can send: with it a browser asks first (CORS preflight), and is told no.
 * Who sends a token sends it knowingly.
 */
export const OWN_CLIENT_HEADER = 'x-tekses';

/** Boundaries, part heads and the name around the file itself, in bytes. */
const ENVELOPE_BYTES = 16 * 1024;

/** Everything that can be refused before a byte of the body is read: forged, too long, not allowed. */
@Injectable()
export class UploadGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const { headers } = execution.switchToHttp().getRequest<RequestWithContext>();
    if (!headers[OWN_CLIENT_HEADER] && !headers.authorization) {
      throw new DomainError(ErrorCode.FORBIDDEN, { message: `the header ${OWN_CLIENT_HEADER} is missing` });
    }
    authorize(mayUpload(contextOf(execution).actor), ['file']);
    if (Number(headers['content-length'] ?? 0) > IMAGE_LIMITS.bytes + ENVELOPE_BYTES) {
      throw refuseFile(FileRefusal.TOO_LARGE, { limitBytes: IMAGE_LIMITS.bytes });
    }
    return true;
  }
}
