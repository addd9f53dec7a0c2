import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '..');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/(\.spec|\.d)\.tsx?$/.test(path))
  .map((path) =>
    ts.createSourceFile(
      path,
      readFileSync(join(folder, path), 'utf8'),
      ts.ScriptTarget.Latest,
      false,
      ts.ScriptKind.TSX,
    ),
  );

function nodesIn(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return [node, ...children.flatMap(nodesIn)];
}

/** Keys and sentences of an object literal of plain texts. */
function sentencesOf(literal: ts.Expression | undefined): Readonly<Record<string, string>> {
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) throw new Error('a catalogue is two literals');
  return Object.fromEntries(
    literal.properties.map((property) => {
      if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) {
        throw new Error('a sentence is a plain text');
      }
      return [(property.name as ts.Identifier).text, property.initializer.text];
    }),
  );
}

const isCatalogue = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'catalogue';

const parametersOf = (sentence = '') => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words on screen', () => {
  const catalogues = sources.flatMap((source) =>
    nodesIn(source)
      .filter(isCatalogue)
      .map(({ arguments: [tr, en] }) => ({ path: source.fileName, tr: sentencesOf(tr), en: sentencesOf(en) })),
  );
  const sentences = catalogues.flatMap(({ path, tr }) =>
    Object.entries(tr).map(([key, sentence]) => ({ place: `${path} ${key}`, sentence })),
  );

  it('are found', () => {
    expect(sentences.length).toBeGreaterThan(30);
  });

  it('have the same parameters in both languages', () => {
    const different = catalogues.flatMap(({ path, tr, en }) =>
      Object.keys(tr)
        .filter((key) => parametersOf(tr[key]).join() !== parametersOf(en[key]).join())
        .map((key) => `${path} ${key}`),
    );

    expect(different).toEqual([]);
  });

  it('glue no suffix to a parameter', () => {
    expect(sentences.filter(({ sentence }) => /\}['’]?\p{L}/u.test(sentence)).map(({ place }) => place)).toEqual([]);
  });

  it('do not shout', () => {
    expect(sentences.filter(({ sentence }) => sentence.includes('!')).map(({ place }) => place)).toEqual([]);
  });

  it('write times with a dot', () => {
    expect(sentences.filter(({ sentence }) => /\b\d{1,2}:\d{2}\b/.test(sentence)).map(({ place }) => place)).toEqual(
      [],
    );
  });

  it('are nowhere outside a catalogue', () => {
    const literals = sources.flatMap((source) =>
      nodesIn(source)
        .filter((node) => ts.isJsxText(node) && /\p{L}{2}/u.test(node.text))
        .map((node) => `${source.fileName}: ${(node as ts.JsxText).text.trim()}`),
    );

    expect(literals).toEqual([]);
  });
});
