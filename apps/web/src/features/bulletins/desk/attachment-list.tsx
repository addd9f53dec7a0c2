import { IconArrowDown, IconArrowUp, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { Button, IconButton } from '../../../ui/button';
import { Mark } from '../../../ui/mark';
import { toast } from '../../../ui/toast';
import { AttachmentDialog } from './attachment-dialog';
import { isImage } from './is-image';
import { AttachmentUpload } from './attachment-upload';
import type { DeskAttachment, DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';
import { MoveAttachment, RemoveAttachment } from './section-acts';
import css from './attachment-list.module.css';

const m = catalogue(
  {
    none: 'Henüz görsel ya da ek yok.',
    noAlt: 'Alternatif metin yok',
    noCaption: 'Fotoaltı yok',
    noCredit: 'Kaynak yok',
    credit: 'Fotoğraf: {credit}',
    edit: 'Düzenle',
    editName: 'Düzenle: {name}',
    remove: 'Çıkar',
    removeName: 'Çıkar: {name}',
    removed: 'Ek çıkarıldı.',
    earlier: 'Öne al: {name}',
    later: 'Arkaya al: {name}',
    moved: 'Yeni sıra: {place}',
  },
  {
    none: 'No pictures or attachments yet.',
    noAlt: 'No alternative text',
    noCaption: 'No caption',
    noCredit: 'No credit',
    credit: 'Photo: {credit}',
    edit: 'Edit',
    editName: 'Edit: {name}',
    remove: 'Remove',
    removeName: 'Remove: {name}',
    removed: 'The attachment is removed.',
    earlier: 'Move earlier: {name}',
    later: 'Move later: {name}',
    moved: 'New place: {place}',
  },
);

/** Pictures and documents with the words beside them; what is missing for the release is said on each. */
export function AttachmentList({ section }: { readonly section: DeskSection }) {
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = section.attachments.find(({ id }) => id === editedId);
  const mayAttach = section.viewerCan.includes('ATTACH');
  return (
    <div className={css.list}>
      {section.attachments.length === 0 ? <p className="quiet">{m.none()}</p> : null}
      <ul className={css.items}>
        {section.attachments.map((attachment) => (
          <AttachmentRow
            key={attachment.id}
            section={section}
            attachment={attachment}
            onEdit={() => setEditedId(attachment.id)}
          />
        ))}
      </ul>
      {mayAttach ? <AttachmentUpload section={section} onAdded={setEditedId} /> : null}
      {edited === undefined ? null : (
        <AttachmentDialog key={edited.id} section={section} attachment={edited} onClose={() => setEditedId(null)} />
      )}
    </div>
  );
}

interface RowProps {
  readonly section: DeskSection;
  readonly attachment: DeskAttachment;
  readonly onEdit: () => void;
}

function AttachmentRow({ section, attachment, onEdit }: RowProps) {
  const { bulletin, run } = useDesk();
  const { id: attachmentId, fileId, fileName, alt, caption, credit } = attachment;
  const remove = async () => {
    const done = await run(RemoveAttachment, { id: bulletin.id, sectionId: section.id, attachmentId });
    if (done !== null) toast(m.removed());
  };
  return (
    <li className={css.item}>
      {isImage(attachment) ? (
        <img className={css.thumb} src={`/files/${fileId}/w400`} alt={alt ?? ''} loading="lazy" />
      ) : (
        <a className={css.thumb} href={`/files/${fileId}`} download>
          <IconFile size={32} aria-hidden />
          <span className="visually-hidden">{fileName}</span>
        </a>
      )}
      <div className={css.words}>
        <p className={css.caption}>{caption === null || caption === '' ? fileName : caption}</p>
        {credit === null || credit === '' ? null : <p className="quiet small">{m.credit({ credit })}</p>}
        <Gaps attachment={attachment} />
        {section.viewerCan.includes('ATTACH') ? (
          <p className="row">
            <Button look="quiet" aria-label={m.editName({ name: fileName })} onPress={onEdit}>
              {m.edit()}
            </Button>
            <MoveButtons section={section} attachment={attachment} />
            <Button look="quiet" aria-label={m.removeName({ name: fileName })} onPress={() => void remove()}>
              {m.remove()}
            </Button>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** One place earlier or later; the first picture leads on the public page. */
function MoveButtons({ section, attachment }: Omit<RowProps, 'onEdit'>) {
  const { bulletin, run } = useDesk();
  const place = section.attachments.findIndex(({ id }) => id === attachment.id);
  const last = section.attachments.length - 1;
  if (last < 1) return null;
  const move = (position: number) => {
    const variables = { id: bulletin.id, sectionId: section.id, attachmentId: attachment.id, position };
    void run(MoveAttachment, variables, m.moved({ place: position + 1 }));
  };
  return (
    <>
      <IconButton
        label={m.earlier({ name: attachment.fileName })}
        isDisabled={place === 0}
        onPress={() => move(place - 1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={m.later({ name: attachment.fileName })}
        isDisabled={place === last}
        onPress={() => move(place + 1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </IconButton>
    </>
  );
}

const isEmpty = (text: string | null): boolean => text === null || text.trim() === '';

/** What a picture still lacks for the release. */
function Gaps({ attachment }: { readonly attachment: DeskAttachment }) {
  if (!isImage(attachment)) return null;
  const gaps = [
    ...(isEmpty(attachment.alt) ? [m.noAlt()] : []),
    ...(isEmpty(attachment.caption) ? [m.noCaption()] : []),
    ...(isEmpty(attachment.credit) ? [m.noCredit()] : []),
  ];
  if (gaps.length === 0) return null;
  return (
    <p className="row">
      {gaps.map((gap) => (
        <Mark key={gap} tone="warn">
          {gap}
        </Mark>
      ))}
    </p>
  );
}
