import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { draftSchema } from '@domain/text/draft.schema';
import { schemaExtensions } from './schema';

/** What documents depend on: names in order, content, groups, marks and attributes with their defaults. */
function grammarOf({ nodes, marks }: Schema) {
  const attrsOf = (attrs: Readonly<Record<string, { default?: unknown }>> = {}) =>
    Object.keys(attrs)
      .sort()
      .map((name) => [name, attrs[name]?.default]);
  return {
    nodes: Object.values(nodes).map(({ name, spec }) => ({
      name,
      content: spec.content ?? '',
      group: spec.group ?? '',
      isInline: spec.inline ?? false,
      marks: spec.marks ?? '(default)',
      attrs: attrsOf(spec.attrs as never),
    })),
    marks: Object.values(marks).map(({ name, spec }) => ({
      name,
      isInclusive: spec.inclusive ?? true,
      excludes: spec.excludes ?? '(itself)',
      attrs: attrsOf(spec.attrs as never),
    })),
  };
}

describe('the grammar of the editor', () => {
  it('is that of drafts, part by part and in the same order', () => {
    expect(grammarOf(getSchema(schemaExtensions))).toEqual(grammarOf(draftSchema));
  });

  it('names every part of a draft', () => {
    expect(Object.keys(getSchema(schemaExtensions).nodes)).toHaveLength(9);
    expect(Object.keys(getSchema(schemaExtensions).marks)).toHaveLength(6);
  });
});
