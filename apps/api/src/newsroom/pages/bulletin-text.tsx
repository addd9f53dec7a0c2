import type { VNode } from 'preact';
import type { Block, TextRun } from '../../documents/rich-text-blocks';

/**
 * Dateline and body exactly as signed, in plain elements: what is copied from here into an editing system arrives
 * without layout, labels or links of the page. The blocks are those of the PDF, the DOCX and the mail.
 */
export function BulletinText({
  dateline,
  body,
}: {
  readonly dateline: string;
  readonly body: readonly Block[];
}): VNode {
  return (
    <>
      {dateline === '' ? null : (
        <p class="dateline">
          <strong>{dateline}</strong>
        </p>
      )}
      <Blocks blocks={body} />
    </>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }): VNode {
  return (
    <>
      {blocks.map((block) => (
        <OneBlock block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: Block }): VNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Heading = block.depth === 1 ? 'h2' : 'h3';
      return (
        <Heading>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          <Blocks blocks={item} />
        </li>
      ));
      return block.start === null ? (
        <ul>{items}</ul>
      ) : (
        <ol start={block.start === 1 ? undefined : block.start}>{items}</ol>
      );
    }
    case 'quote': {
      const words = (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
      return block.attribution === null ? (
        words
      ) : (
        <figure class="quote">
          {words}
          <figcaption>{block.attribution}</figcaption>
        </figure>
      );
    }
    default: {
      const unknown: never = block;
      throw new Error(`Rendering a bulletin failed: there is no block ${JSON.stringify(unknown)}`);
    }
  }
}

function Runs({ runs }: { readonly runs: readonly TextRun[] }): VNode {
  return (
    <>
      {runs.map((run) => (
        <Run run={run} />
      ))}
    </>
  );
}

function Run({ run }: { readonly run: TextRun }): VNode {
  const text = run.text === '\n' ? <br /> : run.text;
  const slanted = run.italic ? <em>{text}</em> : text;
  const strong = run.bold ? <strong>{slanted}</strong> : <>{slanted}</>;
  return run.href === null ? (
    strong
  ) : (
    <a href={run.href} rel="noopener nofollow">
      {strong}
    </a>
  );
}
