import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request } from 'express';
import { DomainError, ErrorCode } from '@domain/errors';

const takesForeignPosts = 'takesForeignPosts';

/** Opens a route to POSTs that no page of ours sent, e.g. the one-click unsubscribe of RFC 8058. */
export const TakesForeignPosts = () => SetMetadata(takesForeignPosts, true);

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that another site made a browser send: whatever changes something needs the header `x-tekses: 1`,
 * which no form can send and no foreign script may. Requests that carry a token carry it knowingly. GraphQL is guarded
 * by Apollo's own prevention. Source: OWASP CSRF Prevention Cheat Sheet, custom request headers; ASVS 5.0, 3.5.1.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<GqlContextType>() !== 'http') return true;
    const request = execution.switchToHttp().getRequest<Request>();
    if (harmless.includes(request.method) || request.headers['x-tekses'] === '1' || request.headers.authorization)
      return true;
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(takesForeignPosts, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (isOpen) return true;
    throw new DomainError(ErrorCode.FORBIDDEN, { message: 'the header x-tekses: 1 is missing' });
  }
}
