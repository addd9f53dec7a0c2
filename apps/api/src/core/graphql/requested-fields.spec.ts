import { Kind, parse, type FragmentDefinitionNode, type GraphQLResolveInfo } from 'graphql';
import { isRequested } from './requested-fields';

/** What a resolver of the first root field of the document is told, as far as it matters here. */
function infoOf(document: string): GraphQLResolveInfo {
  const { definitions } = parse(document);
  const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    fieldNodes: operation?.selectionSet.selections ?? [],
    fragments: Object.fromEntries(fragments.map((one: FragmentDefinitionNode) => [one.name.value, one])),
  } as unknown as GraphQLResolveInfo;
}

describe('isRequested', () => {
  it.each([
    ['by name', '{ bulletin { sections { id } } }'],
    ['under another name', '{ bulletin { parts: sections { id } } }'],
    ['in an inline fragment', '{ bulletin { ... on Bulletin { sections { id } } } }'],
    [
      'in fragments of fragments',
      '{ bulletin { ...A } } fragment A on Bulletin { ...B } fragment B on Bulletin { sections { id } }',
    ],
    ['under a condition', 'query ($all: Boolean!) { bulletin { sections @include(if: $all) { id } } }'],
  ])('sees a field %s', (_, document) => {
    expect(isRequested(infoOf(document), ['sections'])).toBe(true);
  });

  it('tells the depth at which a field stands', () => {
    const info = infoOf('{ bulletins { edges { node { corrects { number } } } sections: totalCount } }');

    expect(isRequested(info, ['edges', 'node', 'corrects'])).toBe(true);
    expect(isRequested(info, ['corrects'])).toBe(false);
    expect(isRequested(info, ['sections'])).toBe(false);
    expect(isRequested(info, ['edges', 'node', 'correctedBy'])).toBe(false);
  });
});
