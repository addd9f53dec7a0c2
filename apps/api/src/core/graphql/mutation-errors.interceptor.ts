import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { catchError, of, type Observable } from 'rxjs';
import { DomainError, DomainErrors } from '@domain/errors';
import type { UserErrorType } from './user-error.type';

/** Turns a refusal thrown below a mutation into `{ errors: [...] }` of its payload; the transaction has rolled back. */
@Injectable()
export class MutationErrorsInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<GqlContextType>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    return next.handle().pipe(
      catchError((error: unknown) => {
        const errors = userErrors(error);
        if (!errors) throw error;
        return of({ errors });
      }),
    );
  }
}

/** The refusals as data, or null when the error is a surprise. */
export function userErrors(error: unknown): UserErrorType[] | null {
  if (error instanceof DomainErrors) return error.errors.map(toUserError);
  return error instanceof DomainError ? [toUserError(error)] : null;
}

function toUserError(error: DomainError): UserErrorType {
  return { code: error.code, path: [...error.path], message: error.message, details: flatten(error.details) };
}

function flatten(details: Readonly<Record<string, unknown>>): string[] {
  return Object.values(details).flatMap((value) => (Array.isArray(value) ? value.map(String) : [String(value)]));
}
