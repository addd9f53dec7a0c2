import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Type } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';

/** How much of a growing list, and from where (Relay cursor connections, forward only). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Rows to return, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page ends and whether more follows.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more rows follow.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` to get the next page.' })
  endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfoType;
}

/** The connection type of a node type: `@ObjectType() class XConnection extends connectionOf(XType) {}`. */
export function connectionOf<T>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque position of this row.' })
    cursor: string;

    @Field(() => node, { description: 'The row itself.' })
    node: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows of this page, in order.' })
    edges: EdgeType[];

    @Field(() => PageInfoType, { description: 'Where the page ends.' })
    pageInfo: PageInfoType;
  }
  return ConnectionType as Type<Connection<T>>;
}

/** Builds a connection from `first + 1` rows; `keyOf` gives the sort key that the cursor carries. */
export function toConnection<T>(
  rows: readonly T[],
  first: number,
  keyOf: (row: T) => readonly string[],
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** The sort key in a cursor of `length` parts. Refuses INVALID at `after`. */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Falls through to the one refusal for every kind of broken cursor.
  }
  throw new DomainError(ErrorCode.INVALID, { path: ['after'], message: 'not a cursor of this list' });
}
