import { useEffect, useState, useSyncExternalStore } from 'react';
import { catalogue } from '../../../../lib/messages';
import { useSession } from '../../../../lib/session';
import { Banner } from '../../../../ui/feedback';
import { useRoom } from '../editor-room';
import { RichTextView } from '../rich-text-view';
import { contentOf, type SectionEditorProps } from '../section-editor';
import { EditorActs } from './editor-acts';
import { RescuedText } from './rescued-text';
import { lineOf } from './room-lines';
import { SectionText } from './section-text';
import { modeOf, newSuggester, Writing } from './writing';

const m = catalogue(
  { closed: 'Bu bölüm artık size açık değil; burada gördüğünüz, son okuduğunuz metindir.' },
  { closed: 'This part is not open to you any more; what you see is the text as you last read it.' },
);

/** One section, live: the shared text with its suggestions and remarks, or the still text until it is there. */
export function LiveSection(props: SectionEditorProps) {
  const { section } = props;
  const room = useRoom();
  const { viewer } = useSession();
  const line = lineOf(room, section.id, viewer.user.id);
  const look = useSyncExternalStore(line.subscribe, line.look);
  const told = look.mode ?? modeOf(section.viewerCan);
  const [acts] = useState(
    () =>
      new EditorActs(new Writing(told, section.kind, newSuggester(viewer.user.id, viewer.office?.id ?? '')), () =>
        line.retry(),
      ),
  );
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
