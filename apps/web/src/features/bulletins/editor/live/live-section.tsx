import { useEffect, useState, useSyncExternalStore } from 'react';
import { catalogue } from '../../../../lib/messages';
import { useSession } from '../../../../lib/session';
import { Banner } from '../../../../ui/feedback';
import { toast } from '../../../../ui/toast';
import { useRoom } from '../editor-room';
import type { RoomState } from '../room-state';
import { RichTextView } from '../rich-text-view';
import { contentOf, type SectionEditorProps } from '../edited-section';
import { EditorActs } from './editor-acts';
import { RescuedText } from './rescued-text';
import { lineOf } from './room-lines';
import { SectionText } from './section-text';
import { modeOf, newSuggester, Writing } from './writing';

const m = catalogue(
  {
    closed: 'Bu bölüm artık size açık değil; burada gördüğünüz, son okuduğunuz metindir.',
    allSaved: 'Yazdıklarınız kendiliğinden kaydedilir; her şey kayıtlı.',
    notYet: 'Sunucuya henüz ulaşılamadı; yazdıklarınız bu cihazda saklanıyor.',
  },
  {
    closed: 'This part is not open to you any more; what you see is the text as you last read it.',
    allSaved: 'What you write is saved by itself; everything is saved.',
    notYet: 'The server was not reached yet; what you write is kept on this device.',
  },
);

/** One section, live: the shared text with its suggestions and remarks, or the still text until it is there. */
export function LiveSection(props: SectionEditorProps) {
  const { section } = props;
  const room = useRoom();
  const { viewer } = useSession();
  const line = lineOf(room, section.id, viewer.user.id);
  const look = useSyncExternalStore(line.subscribe, line.look);
  const told = look.mode ?? modeOf(section.viewerCan);
  const [acts] = useState(() => {
    const suggester = newSuggester(viewer.user.id, viewer.office?.id ?? '');
    return new EditorActs(new Writing(told, section.kind, suggester), () => confirmSaved(room));
  });
  useEffect(() => acts.writing.become(told), [acts, told]);
  const still = <RichTextView text={contentOf(section.content)} kind={section.kind} />;
  return (
    <>
      {look.rescued === null ? null : <RescuedText rescued={look.rescued} onClose={() => line.dismissRescued()} />}
      {look.isClosed ? (
        <>
          <Banner tone="warn">{m.closed()}</Banner>
          {still}
        </>
      ) : look.isReady ? (
        <SectionText key={look.doc.guid} {...props} line={look} acts={acts} />
      ) : (
        still
      )}
    </>
  );
}

/** Ctrl+S: nothing is to be done, so it says how things stand, and tries again where they stand badly. */
function confirmSaved(room: RoomState): void {
  const isSaved = room.report().state === 'saved';
  toast(isSaved ? m.allSaved() : m.notYet());
  if (!isSaved) room.retry();
}
