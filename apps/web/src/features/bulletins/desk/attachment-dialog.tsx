import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { Dialog } from '../../../ui/overlay';
import type { DeskAttachment, DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';
import { isImage } from './is-image';
import { FocusPoint, type Focus } from './focus-point';
import { EditAttachment } from './section-acts';

const m = catalogue(
  {
    title: 'Görsel ve fotoaltı',
    document: 'Ek bilgileri',
    alt: 'Alternatif metin',
    altHint: 'Görseli göremeyene ne olduğunu söyleyin: kim, nerede, ne yapıyor.',
    caption: 'Fotoaltı',
    captionDocument: 'Açıklama',
    credit: 'Fotoğrafı çeken',
    creditDocument: 'Kaynak',
    save: 'Kaydet',
  },
  {
    title: 'Picture and caption',
    document: 'Attachment',
    alt: 'Alternative text',
    altHint: 'Say what is in the picture for those who cannot see it: who, where, doing what.',
    caption: 'Caption',
    captionDocument: 'Description',
    credit: 'Photographer',
    creditDocument: 'Source',
    save: 'Save',
  },
);

interface AttachmentDialogProps {
  readonly section: DeskSection;
  readonly attachment: DeskAttachment;
  readonly onClose: () => void;
}

/** The words beside a picture or document, and the part of a picture that crops keep. */
export function AttachmentDialog({ section, attachment, onClose }: AttachmentDialogProps) {
  const { bulletin } = useDesk();
  const { run, isPending, errors } = useAct(EditAttachment);
  const [alt, setAlt] = useState(attachment.alt ?? '');
  const [caption, setCaption] = useState(attachment.caption ?? '');
  const [credit, setCredit] = useState(attachment.credit ?? '');
  const [focus, setFocus] = useState<Focus>({ x: attachment.focusX, y: attachment.focusY });
  const isPicture = isImage(attachment);
  const save = async () => {
    const { isDone } = await run({
      id: bulletin.id,
      sectionId: section.id,
      attachmentId: attachment.id,
      input: {
        alt: textOrNull(alt),
        caption: textOrNull(caption),
        credit: textOrNull(credit),
        ...(isPicture ? { focusX: focus.x, focusY: focus.y } : {}),
      },
    });
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={isPicture ? m.title() : m.document()}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <Button look="primary" isPending={isPending} onPress={() => void save()}>
          {m.save()}
        </Button>
      }
    >
      <ErrorSummary errors={errorsBeside(errors, ['alt', 'caption', 'credit'])} />
      {isPicture ? (
        <FocusPoint src={`/files/${attachment.fileId}/w800`} alt={alt} focus={focus} onChange={setFocus} />
      ) : (
        <p>{attachment.fileName}</p>
      )}
      {isPicture ? (
        <TextField
          label={m.alt()}
          hint={m.altHint()}
          rows={2}
          value={alt}
          onChange={setAlt}
          maxLength={500}
          error={errorFor(errors, 'alt')}
        />
      ) : null}
      <TextField
        label={isPicture ? m.caption() : m.captionDocument()}
        rows={2}
        value={caption}
        onChange={setCaption}
        maxLength={1000}
        error={errorFor(errors, 'caption')}
      />
      <TextField
        label={isPicture ? m.credit() : m.creditDocument()}
        value={credit}
        onChange={setCredit}
        maxLength={200}
        error={errorFor(errors, 'credit')}
      />
    </Dialog>
  );
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
