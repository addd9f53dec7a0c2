import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, DomainErrors, ErrorCode } from '@domain/errors';

/** Checks the shape of every input at once; each fault becomes INVALID with its path. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new DomainErrors(errors.flatMap((error) => toDomainErrors(error, ['input']))),
  });
}

function toDomainErrors(error: ValidationError, parentPath: readonly string[]): DomainError[] {
  const path = [...parentPath, error.property];
  const own = Object.values(error.constraints ?? {}).map(
    (message) => new DomainError(ErrorCode.INVALID, { path, message }),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => toDomainErrors(child, path))];
}
