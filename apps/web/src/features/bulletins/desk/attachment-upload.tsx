import { useRef, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { IconUpload } from '@tabler/icons-react';
import type { UserError } from '../../../lib/errors';
import { catalogue } from '../../../lib/messages';
import { uploadFile } from '../../../lib/upload-file';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/feedback';
import type { DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';
import { AddAttachment } from './section-acts';
import css from './attachment-upload.module.css';

const m = catalogue(
  {
    pick: 'Dosya seç',
    drop: 'ya da buraya bırakın. JPEG, PNG, WebP, PDF, Word, Excel.',
    busy: 'Yükleniyor: {name}',
    zone: 'Dosya bırakma alanı',
  },
  {
    pick: 'Choose files',
    drop: 'or drop them here. JPEG, PNG, WebP, PDF, Word, Excel.',
    busy: 'Uploading: {name}',
    zone: 'Drop files here',
  },
);

const accepted = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', '.docx', '.xlsx'];

interface UploadProps {
  readonly section: DeskSection;
  /** Told of the last one added: its words are written next. */
  readonly onAdded: (attachmentId: string) => void;
}

/** Takes files by choosing or dropping, one after the other, and attaches them. */
export function AttachmentUpload({ section, onAdded }: UploadProps) {
  const { bulletin, run } = useDesk();
  const [busyName, setBusyName] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const known = useRef(new Set<string>());
  const add = async (files: readonly File[]) => {
    setErrors([]);
    known.current = new Set(section.attachments.map(({ id }) => id));
    for (const file of files) {
      setBusyName(file.name);
      const answer = await uploadFile(file);
      if ('errors' in answer) {
        setErrors(answer.errors);
        break;
      }
      const input = { fileId: answer.id };
      const done = await run(AddAttachment, { id: bulletin.id, sectionId: section.id, input });
      const attached = done?.bulletin?.sections.find(({ id }) => id === section.id)?.attachments ?? [];
      const added = attached.findLast(({ id }) => !known.current.has(id));
      if (added !== undefined && files.length === 1) onAdded(added.id);
    }
    setBusyName(null);
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <DropZone
        className={css.zone ?? ''}
        aria-label={m.zone()}
        onDrop={(event) => {
          const items = event.items.filter((item) => item.kind === 'file');
          void Promise.all(items.map((item) => item.getFile())).then(add);
        }}
      >
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={accepted}
          onSelect={(files) => void add(files === null ? [] : [...files])}
        >
          <Button isPending={busyName !== null}>
            <IconUpload size={18} aria-hidden /> {m.pick()}
          </Button>
        </FileTrigger>
        <span className="quiet small" role="status">
          {busyName === null ? m.drop() : m.busy({ name: busyName })}
        </span>
      </DropZone>
    </>
  );
}
