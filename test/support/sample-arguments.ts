/** Arguments that fit a mutation by its schema, with ids of things that exist where the schema wants an id. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
} from 'graphql';

/** Values by the name of the argument or field, where the type alone does not say what fits. */
export type KnownValues = Readonly<Record<string, unknown>>;

/** One operation that calls the mutation with what it must have, asking for the refusals alone. */
export function sampleOperation(
  field: GraphQLField<unknown, unknown>,
  known: KnownValues,
): { readonly document: string; readonly variables: object } {
  return operation('mutation', '{ errors { code } }', field, known);
}

/** One operation that asks the query for its type alone. */
export function sampleQuery(
  field: GraphQLField<unknown, unknown>,
  known: KnownValues,
): { readonly document: string; readonly variables: object } {
  return operation('query', isLeafType(getNamedType(field.type)) ? '' : '{ __typename }', field, known);
}

function operation(
  kind: 'mutation' | 'query',
  selection: string,
  field: GraphQLField<unknown, unknown>,
  known: KnownValues,
): { readonly document: string; readonly variables: object } {
  const given = field.args.filter((argument) => isRequiredArgument(argument) || argument.name === 'input');
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = given.length === 0 ? field.name : `${field.name}(${passed})`;
  return {
    document: `${kind} ${declared === '' ? '' : `(${declared})`} { ${call} ${selection} }`,
    variables: Object.fromEntries(given.map(({ name, type }) => [name, sampleValue(name, type, known)])),
  };
}

function sampleValue(name: string, type: GraphQLInputType, known: KnownValues): unknown {
  if (isNonNullType(type)) return sampleValue(name, type.ofType, known);
  if (isListType(type)) return [sampleValue(name.replace(/s$/, ''), type.ofType, known)];
  if (name in known) return known[name];
  const named: GraphQLNamedType = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const wanted = Object.values(named.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(wanted.map((field) => [field.name, sampleValue(field.name, field.type, known)]));
  }
  if (named.name === 'ID' && 'anyId' in known) return known['anyId'];
  return scalarSamples[named.name] ?? 'Işıklı yürüyüş yolu';
}

const scalarSamples: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-04-24T06:00:00.000Z',
  ID: '019d0000-0000-7000-8000-0000000000aa',
};
