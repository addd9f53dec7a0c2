import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether an operation may ask for the field at `path` below the resolved one, so that a read can leave out what nobody
 * wants. Looks through fragments and aliases; takes no notice of conditions (`@include`), so it never says no wrongly.
 */
export function isRequested(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) => finds(info, selectionSet, path));
}

function finds(info: GraphQLResolveInfo, set: SelectionSetNode | undefined, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return finds(info, selection.selectionSet, path);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return finds(info, info.fragments[selection.name.value]?.selectionSet, path);
    }
    return selection.name.value === name && (rest.length === 0 || finds(info, selection.selectionSet, rest));
  });
}
