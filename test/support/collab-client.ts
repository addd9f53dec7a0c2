import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import WebSocket from 'ws';
import { Doc } from 'yjs';
import { readDraft } from '@domain/text/draft.read';
import type { DraftJson } from '@domain/text/draft';
import type { SignedIn } from './app';

/** A section's shared document as one person's editor holds it. */
export interface CollabClient {
  readonly doc: Doc;
  readonly provider: HocuspocusProvider;
  /** Reasons with which the server closed or denied the document, in order. */
  readonly closings: string[];
  /** Stateless messages of the server. */
  readonly messages: unknown[];
  /** The text as ProseMirror JSON. */
  draft(): DraftJson;
  /** The paragraphs' text, suggestions included. */
  text(): string;
  /** Changes the text by as little as possible, as an editor does. */
  write(draft: DraftJson): void;
  /** Puts letters at the end of the first paragraph. */
  type(letters: string): void;
  /** Waits until this is so; fails after five seconds. */
  until(condition: () => boolean, what: string): Promise<void>;
  /** Waits until the server has taken over everything. */
  settled(): Promise<void>;
  close(): void;
}

export interface CollabOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The document as the person had it open before. */
  readonly doc?: Doc;
}

const patience = 5_000;
const field = 'default';

/** Opens a section over a real WebSocket with the session's cookie; without `as` as a visitor. */
export function collabClient(
  url: string,
  sectionId: string,
  as: SignedIn | null,
  { headers = {}, doc = new Doc() }: CollabOptions = {},
): CollabClient {
  const cookie: Record<string, string> = as ? { Cookie: as.cookie } : {};
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { ...cookie, ...headers } });
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: Socket,
    delay: 100,
    minDelay: 100,
    maxDelay: 500,
  });
  const closings: string[] = [];
  const messages: unknown[] = [];
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: `section:${sectionId}`,
    document: doc,
    onClose: ({ event }) => closings.push(event.reason),
    onAuthenticationFailed: ({ reason }) => closings.push(reason),
    onStateless: ({ payload }) => messages.push(JSON.parse(payload)),
  });
  provider.attach();
  const draft = (): DraftJson => yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(field)) as DraftJson;
  const client: CollabClient = {
    doc,
    provider,
    closings,
    messages,
    draft,
    text: () => textOf(draft() as JsonNode),
    write: (changed) => {
      const fragment = doc.getXmlFragment(field);
      doc.transact(() => {
        updateYFragment(doc, fragment, readDraft(changed), { mapping: new Map(), isOMark: new Map() });
      });
    },
    type: (letters) => client.write(withLetters(draft(), letters)),
    until,
    settled: () => until(() => provider.isSynced && !provider.hasUnsyncedChanges, 'the server to take everything over'),
    close: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
  return client;
}

interface JsonNode {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly JsonNode[];
}

function textOf(node: JsonNode): string {
  if (node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(textOf);
  return parts.join(node.type === 'doc' ? '\n' : '');
}

function withLetters(draft: DraftJson, letters: string): DraftJson {
  const [first, ...rest] = (draft.content ?? [{ type: 'paragraph' }]) as JsonNode[];
  const added = { type: 'text', text: letters };
  return { type: 'doc', content: [{ ...first, content: [...(first?.content ?? []), added] }, ...rest] };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited for ${what} in vain`);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
