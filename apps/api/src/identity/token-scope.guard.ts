import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayRead, mayWrite } from '@domain/identity/actor';
import { contextOf } from '../core/context';

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Keeps a personal token to its scopes before any policy is asked: without WRITE no mutation and no POST. */
@Injectable()
export class TokenScopeGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const { actor } = contextOf(execution);
    if (actor.kind !== 'user' || (isChange(execution) ? mayWrite(actor) : mayRead(actor))) return true;
    throw new DomainError(ErrorCode.FORBIDDEN, { message: 'the token does not have the scope' });
  }
}

function isChange(execution: ExecutionContext): boolean {
  if (execution.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';
  }
  return !harmless.includes(execution.switchToHttp().getRequest<{ method: string }>().method);
}
