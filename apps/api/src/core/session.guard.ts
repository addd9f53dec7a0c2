import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, ErrorCode } from '@domain/errors';
import { contextOf } from './context';
import { IS_PUBLIC } from './public.decorator';

/** Gate 1 of 3: everything needs a session or token unless it is marked `@Public()`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (isPublic) return true;
    if (contextOf(execution).actor.kind === 'anonymous') throw new DomainError(ErrorCode.UNAUTHENTICATED);
    return true;
  }
}
