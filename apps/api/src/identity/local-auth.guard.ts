import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { DomainError, ErrorCode } from '@domain/errors';

/** Runs the local strategy on a JSON body `{email, password, code?}`; credentials are never read from the address. */
@Injectable()
export class LocalAuthGuard extends AuthGuard('local') implements CanActivate {
  override canActivate(execution: ExecutionContext): ReturnType<CanActivate['canActivate']> {
    const { body } = execution.switchToHttp().getRequest<Request>();
    const given = (body ?? {}) as Record<string, unknown>;
    for (const field of ['email', 'password']) {
      if (typeof given[field] !== 'string' || given[field] === '') {
        throw new DomainError(ErrorCode.INVALID, { path: [field], message: 'a text is needed' });
      }
    }
    return super.canActivate(execution);
  }
}
