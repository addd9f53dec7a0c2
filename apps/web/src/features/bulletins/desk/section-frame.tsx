import { sectionWords } from '../../../lib/bulletin-words';
import { IconLock } from '@tabler/icons-react';
import { useEffect } from 'react';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { toast } from '../../../ui/toast';
import { Mark, OfficeBadge } from '../../../ui/mark';
import { Menu } from '../../../ui/overlay';
import { RichTextView } from '../editor/rich-text-view';
import { SectionEditor, type SectionView } from '../editor/section-editor';
import { contentOf } from '../editor/edited-section';
import { TextCounter } from '../editor/text-counter';
import { AttachmentList } from './attachment-list';
import type { DeskSection } from './desk-bulletin';
import { useDesk } from './desk-context';

import { QuoteForm } from './quote-form';
import { RemoveSection } from './section-acts';
import { jumpToSection } from './jump';
import { useDeskSearch } from './use-desk-search';
import css from './section-frame.module.css';

const m = catalogue(
  {
    only: 'yalnız {office}',
    owned: '{section}, {office}',
    suggestions: 'Açık öneri: {count}',
    acts: '{section} bölümünün işlemleri',
    remove: 'Bölümü çıkar',
    removed: 'Bölüm çıkarıldı. Geçmişten geri alabilirsiniz.',
    blank: 'Bu bölüm boş.',
  },
  {
    only: '{office} only',
    owned: '{section}, {office}',
    suggestions: 'Open suggestions: {count}',
    acts: 'Acts on {section}',
    remove: 'Remove this part',
    removed: 'Removed. You can bring it back from the history.',
    blank: 'This part is empty.',
  },
);

const removable: ReadonlySet<string> = new Set(['OFFICE', 'QUOTE', 'FACTS', 'CLOSING', 'ATTACHMENTS']);

interface SectionFrameProps {
  readonly section: DeskSection;
  readonly view: SectionView;
  /** Its content as the office answered to it, in the view of the signed text. */
  readonly signed: string | undefined;
  readonly goneText: string;
}

/** One section: what it is, whose it is, its words and what belongs to them. */
export function SectionFrame({ section, view, signed, goneText }: SectionFrameProps) {
  const [{ bolum }] = useDeskSearch();
  const label = sentenceOf(sectionWords, section.kind);
  const { offices } = useSession();
  const owner = offices.find(({ id }) => id === section.officeId);
  const isAskedFor = bolum === section.id;
  useEffect(() => {
    if (isAskedFor) jumpToSection(section.id);
  }, [isAskedFor, section.id]);
  return (
    <div
      id={`bolum-${section.id}`}
      role="group"
      tabIndex={-1}
      className={css.section}
      aria-label={owner === undefined ? label : m.owned({ section: label, office: owner.name })}
      data-kind={section.kind}
    >
      <SectionHead section={section} view={view} label={label} />
      {section.kind === 'ATTACHMENTS' ? (
        <AttachmentList section={section} />
      ) : (
        <SectionWords section={section} view={view} signed={signed} goneText={goneText} label={label} />
      )}
      {section.kind === 'QUOTE' ? <QuoteForm section={section} /> : null}
    </div>
  );
}

function SectionWords({ section, view, signed, goneText, label }: SectionFrameProps & { readonly label: string }) {
  const { bulletin } = useDesk();
  if (view === 'signed') {
    return signed === undefined ? (
      <p className="quiet">{goneText}</p>
    ) : (
      <RichTextView text={contentOf(signed)} kind={section.kind} />
    );
  }
  if (isWritten(section, view)) {
    return <SectionEditor bulletinId={bulletin.id} section={section} view={view} label={label} />;
  }
  if (section.text.trim() === '') return <p className="quiet">{m.blank()}</p>;
  return <RichTextView text={contentOf(section.content)} kind={section.kind} />;
}

/** While it is written, the text itself counts its words. */
const isWritten = ({ viewerCan }: DeskSection, view: SectionView): boolean =>
  view !== 'clean' && view !== 'signed' && (viewerCan.includes('EDIT') || viewerCan.includes('SUGGEST'));

interface SectionHeadProps {
  readonly section: DeskSection;
  readonly view: SectionView;
  readonly label: string;
}

function SectionHead({ section, view, label }: SectionHeadProps) {
  return (
    <header className={css.head}>
      <h3 className={css.label}>{label}</h3>
      <Owner officeId={section.officeId} />
      {section.openSuggestionCount > 0 ? (
        <Mark tone="accent">{m.suggestions({ count: section.openSuggestionCount })}</Mark>
      ) : null}
      <span className={css.rest} />
      {isWritten(section, view) || section.kind === 'ATTACHMENTS' ? null : (
        <TextCounter kind={section.kind} text={section.text} />
      )}
      <SectionMenu section={section} label={label} />
    </header>
  );
}

/** Whose words they are: an office's own words are written by that office alone. */
function Owner({ officeId }: { readonly officeId: string | null }) {
  const { offices } = useSession();
  const look = useOfficeLook();
  const owner = offices.find(({ id }) => id === officeId);
  if (owner === undefined) return null;
  const office = look(owner);
  return (
    <span className={css.owner}>
      <OfficeBadge office={office} />
      <IconLock size={14} aria-hidden />
      <span className="quiet small">{m.only({ office: office.shortCode })}</span>
    </span>
  );
}

function SectionMenu({ section, label }: { readonly section: DeskSection; readonly label: string }) {
  const { bulletin, run } = useDesk();
  if (!section.viewerCan.includes('REMOVE') || !removable.has(section.kind)) return null;
  const remove = async () => {
    const done = await run(RemoveSection, { id: bulletin.id, sectionId: section.id });
    if (done !== null) toast(m.removed());
  };
  return (
    <Menu
      label={m.acts({ section: label })}
      acts={[{ id: 'remove', label: m.remove(), isDangerous: true, run: () => void remove() }]}
    />
  );
}
