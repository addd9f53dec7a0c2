import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { DomainError, DomainErrors, ErrorCode } from '@domain/errors';
import type { GraphqlContext } from '../context';
import type { formatGraphqlError } from './graphql-errors';
import { parseOptions, validationRules } from './limits';

/**
 * What one person may have open at a time over one socket: a screen follows one bulletin and the notifications, and
 * nobody looks at fifty screens.
 */
export const maxOperationsPerSocket = 50;

/**
 * One operation off the wire, ready to run; or why it is refused, coded as over HTTP. Refuses: TOO_MANY when
 * `openOperations` (this one included) passes the limit, GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED,
 * OPERATION_RESOLUTION_FAILURE, INVALID for what is not a subscription: the session of a socket was read when it opened,
 * and only subscriptions read it anew.
 */
export function preparedOperation(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  openOperations: number,
): ExecutionArgs | readonly GraphQLError[] {
  if (openOperations > maxOperationsPerSocket) {
    return [refusal(ErrorCode.TOO_MANY, `more than ${maxOperationsPerSocket} operations on one socket`)];
  }
  const document = parsed(payload.query);
  if (document instanceof GraphQLError) return [document];
  const faults = validate(schema, document, [...specifiedRules, ...validationRules]);
  if (faults.length > 0) return faults.map((fault) => withoutGuess(coded(fault, 'GRAPHQL_VALIDATION_FAILED')));
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [coded(new GraphQLError('No such operation'), 'OPERATION_RESOLUTION_FAILURE')];
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [refusal(ErrorCode.INVALID, 'queries and mutations go over HTTP')];
  }
  return { schema, document, operationName: payload.operationName, variableValues: payload.variables };
}

/**
 * Starts a subscription. A refusal at its start (by a guard, by the verb) is the answer of that operation alone:
 * graphql-js takes an error that has a `path` for one of its own and, since it is none, would let it end the socket.
 */
export async function startSubscription(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  try {
    return await subscribe(args);
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : located(error)] };
  }
}

/** An event's result as the client may read it: its errors have the one shape that they have over HTTP. */
export function formattedResult(
  { errors, ...result }: ExecutionResult,
  format: ReturnType<typeof formatGraphqlError>,
  context: GraphqlContext,
): FormattedExecutionResult {
  return errors ? { ...result, errors: formattedErrors(errors, format, context.ctx.requestId) } : result;
}

/** What an operation is refused with, in the one shape; a surprise names the request under which it is logged. */
export function formattedErrors(
  errors: readonly GraphQLError[],
  format: ReturnType<typeof formatGraphqlError>,
  requestId: string | undefined,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const known = error instanceof GraphQLError ? error : located(error);
    const told = isBadVariable(known) ? coded(known, 'BAD_USER_INPUT') : known;
    return format(told.toJSON(), told.originalError ?? told, requestId);
  });
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseOptions);
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { originalError: new DomainError(code, { message }) });
}

/** Names that were not guessed right are not helped with, as over HTTP. */
function withoutGuess(error: GraphQLError): GraphQLError {
  error.message = error.message.replace(/ ?Did you mean .*\?$/, '');
  return error;
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code } });
}

/** graphql-js passes on an error with a `path` of its own as it is, and a refusal has one: it names the input. */
function located(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function isBadVariable({ nodes, originalError }: GraphQLError): boolean {
  const isOurs = originalError instanceof DomainError || originalError instanceof DomainErrors;
  return !isOurs && nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}
