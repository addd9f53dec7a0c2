import { QueryFailedError } from 'typeorm';
import { DomainError, ErrorCode } from '@domain/errors';

/** Which input a violated unique constraint is about. One row per constraint that a user can meet. */
const takenPaths: Readonly<Record<string, readonly string[]>> = {
  users_email_key: ['input', 'email'],
  offices_code_key: ['input', 'code'],
  memberships_user_office_key: ['input', 'userId'],
  media_contacts_office_email_key: ['input', 'email'],
  media_lists_office_name_key: ['input', 'name'],
  media_outlets_office_name_key: ['input', 'name'],
  bulletin_participants_pkey: ['input', 'officeIds'],
  bulletin_templates_office_name_key: ['input', 'name'],
  saved_filters_user_name_key: ['input', 'name'],
  venues_name_key: ['input', 'name'],
};

interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
}

/** 23505 → TAKEN with the path of the input; anything else is passed on as it is. */
export function toDomainError(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driverError = error.driverError as PostgresError;
  if (driverError.code !== '23505') return error;
  return new DomainError(ErrorCode.TAKEN, {
    path: takenPaths[driverError.constraint ?? ''] ?? [],
    message: `unique constraint ${driverError.constraint ?? 'unknown'} refused the row`,
    cause: error,
  });
}
