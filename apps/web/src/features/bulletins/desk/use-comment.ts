import { useState } from 'react';
import { useAct } from '../../../lib/use-act';
import { AddComment } from './comments-query';
import { useDesk } from './desk-context';
import type { Mentionable } from './mention-list';

/** What a remark is about; nothing: the whole bulletin. */
export type CommentPlace =
  | { readonly threadId?: string | undefined }
  | { readonly sectionId: string; readonly anchorId: string; readonly quotedText: string };

/** A remark while it is written: its words, who is named in them, and the way to the server. */
export function useComment() {
  const { bulletin } = useDesk();
  const { run, isPending, errors } = useAct(AddComment);
  const [body, setBody] = useState('');
  const [named, setNamed] = useState<readonly Mentionable[]>([]);
  const name = (mentionable: Mentionable) => {
    setNamed([...named, mentionable]);
    setBody(`${body.slice(0, body.lastIndexOf('@'))}@${mentionable.name} `);
  };
  /** Says whether the server has kept it. */
  const send = async (place: CommentPlace): Promise<boolean> => {
    if (body.trim() === '') return false;
    const input = { ...place, body: body.trim(), ...namesIn(body, named) };
    const { isDone } = await run({ id: bulletin.id, input });
    if (isDone) setBody('');
    return isDone;
  };
  return { body, setBody, name, send, isPending, errors };
}

/** Who is named in the words as they are sent. */
function namesIn(body: string, named: readonly Mentionable[]) {
  const kept = named.filter(({ name }) => body.includes(`@${name}`));
  const idsOf = (kind: Mentionable['kind']) => kept.filter((one) => one.kind === kind).map(({ id }) => id);
  return { mentions: idsOf('PERSON'), mentionedOfficeIds: idsOf('OFFICE') };
}
