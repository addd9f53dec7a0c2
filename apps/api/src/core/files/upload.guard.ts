import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { mayUpload } from '@domain/files/file.policy';
import { authorize } from '@domain/policy';
import { contextOf, type RequestWithContext } from '../context';
import { IMAGE_LIMITS } from './image-intake';

/** Boundaries, part heads and the name around the file itself, in bytes. */
const ENVELOPE_BYTES = 16 * 1024;

/** Everything that can be refused before a byte of the body is read: not allowed, too long. */
@Injectable()
export class UploadGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const { headers } = execution.switchToHttp().getRequest<RequestWithContext>();
    authorize(mayUpload(contextOf(execution).actor), ['file']);
    if (Number(headers['content-length'] ?? 0) > IMAGE_LIMITS.bytes + ENVELOPE_BYTES) {
      throw refuseFile(FileRefusal.TOO_LARGE, { limitBytes: IMAGE_LIMITS.bytes });
    }
    return true;
  }
}
