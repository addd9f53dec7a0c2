import {
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconArrowBackUp,
  IconArrowForwardUp,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { ToggleButton, Toolbar as AriaToolbar, TooltipTrigger, Tooltip } from 'react-aria-components';
import { WritingMode } from '@domain/text/draft-change';
import { catalogue } from '../../../../lib/messages';
import { useRoom } from '../editor-room';
import { activeOf, type ActiveSection } from './active-section';
import { isOneLine } from './writing';
import css from './toolbar.module.css';

const m = catalogue(
  {
    toolbar: 'Metin araçları',
    bold: 'Kalın (Ctrl+B)',
    italic: 'İtalik (Ctrl+I)',
    heading: 'Ara başlık',
    bulletList: 'Madde listesi',
    orderedList: 'Numaralı liste',
    quote: 'Alıntı',
    link: 'Bağlantı (Ctrl+K)',
    undo: 'Geri al (Ctrl+Z)',
    redo: 'Yinele (Ctrl+Y)',
    comment: 'Yorum',
    commentHint: 'Yorum (Ctrl+Shift+Y)',
    suggest: 'Öneri modu',
    suggestHint: 'Öneri modu (Ctrl+Shift+E)',
    forced: 'Bu metin başka birimin: yazdıklarınız öneri olur.',
  },
  {
    toolbar: 'Text tools',
    bold: 'Bold (Ctrl+B)',
    italic: 'Italic (Ctrl+I)',
    heading: 'Subheading',
    bulletList: 'Bulleted list',
    orderedList: 'Numbered list',
    quote: 'Quotation',
    link: 'Link (Ctrl+K)',
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Y)',
    comment: 'Comment',
    commentHint: 'Comment (Ctrl+Shift+Y)',
    suggest: 'Suggesting',
    suggestHint: 'Suggesting (Ctrl+Shift+E)',
    forced: 'This text is another office’s: what you write becomes a suggestion.',
  },
);

/** The toolbar of the page; it serves the section that has, or last had, the focus. */
export function Toolbar() {
  const active = activeOf(useRoom());
  const section = useSyncExternalStore(active.subscribe, active.look);
  const bar = useRef<HTMLDivElement>(null);
  useKeyboardEdge(bar);
  return (
    <div ref={bar} className={css.place}>
      <AriaToolbar aria-label={m.toolbar()} className={css.bar ?? ''}>
        {section === null ? <Tools section={null} on={noMarks} /> : <LiveTools section={section} />}
      </AriaToolbar>
    </div>
  );
}

interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: boolean;
  readonly heading: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly blockquote: boolean;
  readonly hasSelection: boolean;
}

const noMarks: Marks = {
  bold: false,
  italic: false,
  link: false,
  heading: false,
  bulletList: false,
  orderedList: false,
  blockquote: false,
  hasSelection: false,
};

function marksOf(editor: Editor): Marks {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    heading: editor.isActive('heading'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    hasSelection: !editor.state.selection.empty,
  };
}

function LiveTools({ section }: { readonly section: ActiveSection }) {
  const on = useEditorState({ editor: section.editor, selector: ({ editor }) => marksOf(editor) });
  return <Tools section={section} on={on} />;
}

const icon = { size: 20, 'aria-hidden': true } as const;

function Tools({ section, on }: { readonly section: ActiveSection | null; readonly on: Marks }) {
  const isPlain = section === null || isOneLine(section.acts.writing.kind);
  const run = (act: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () => {
    if (section) act(section.editor.chain().focus()).run();
  };
  return (
    <>
      <Tool label={m.bold()} isOn={on.bold} isDisabled={isPlain} onPress={run((chain) => chain.toggleMark('bold'))}>
        <IconBold {...icon} />
      </Tool>
      <Tool
        label={m.italic()}
        isOn={on.italic}
        isDisabled={isPlain}
        onPress={run((chain) => chain.toggleMark('italic'))}
      >
        <IconItalic {...icon} />
      </Tool>
      <Tool
        label={m.heading()}
        isOn={on.heading}
        isDisabled={isPlain}
        onPress={run((chain) => chain.toggleNode('heading', 'paragraph'))}
      >
        <IconHeading {...icon} />
      </Tool>
      <Tool
        label={m.bulletList()}
        isOn={on.bulletList}
        isDisabled={isPlain}
        onPress={run((chain) => chain.toggleList('bulletList', 'listItem'))}
      >
        <IconList {...icon} />
      </Tool>
      <Tool
        label={m.orderedList()}
        isOn={on.orderedList}
        isDisabled={isPlain}
        isMinor
        onPress={run((chain) => chain.toggleList('orderedList', 'listItem'))}
      >
        <IconListNumbers {...icon} />
      </Tool>
      <Tool
        label={m.quote()}
        isOn={on.blockquote}
        isDisabled={isPlain}
        isMinor
        onPress={run((chain) => chain.toggleWrap('blockquote'))}
      >
        <IconBlockquote {...icon} />
      </Tool>
      <Tool
        label={m.link()}
        isOn={on.link}
        isDisabled={isPlain || !(on.hasSelection || on.link)}
        onPress={() => section?.acts.askLink()}
      >
        <IconLink {...icon} />
      </Tool>
      <Tool label={m.undo()} isDisabled={section === null} isMinor onPress={run((chain) => chain.undo())}>
        <IconArrowBackUp {...icon} />
      </Tool>
      <Tool label={m.redo()} isDisabled={section === null} isMinor onPress={run((chain) => chain.redo())}>
        <IconArrowForwardUp {...icon} />
      </Tool>
      <Tool
        label={m.commentHint()}
        isDisabled={section === null || !on.hasSelection}
        onPress={() => section?.acts.askComment()}
      >
        <IconMessagePlus {...icon} />
        <span className={css.word}>{m.comment()}</span>
      </Tool>
      {section === null ? null : <SuggestSwitch section={section} />}
    </>
  );
}

function SuggestSwitch({ section: { acts } }: { readonly section: ActiveSection }) {
  const { mode, isSuggesting } = useSyncExternalStore(acts.writing.subscribe, acts.writing.look);
  const isForced = mode !== WritingMode.EDIT;
  return (
    <Tool
      label={isForced ? m.forced() : m.suggestHint()}
      name={m.suggest()}
      isOn={isSuggesting}
      isFixed={isForced}
      onPress={() => acts.toggleSuggesting()}
    >
      {m.suggest()}
    </Tool>
  );
}

interface ToolProps {
  /** What it does with its key; shown on hover. */
  readonly label: string;
  readonly name?: string;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  /** Cannot be changed, but is told. */
  readonly isFixed?: boolean;
  /** Left out where there is little room. */
  readonly isMinor?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool(props: ToolProps) {
  const {
    label,
    name = label,
    isOn = false,
    isDisabled = false,
    isFixed = false,
    isMinor = false,
    onPress,
    children,
  } = props;
  return (
    <TooltipTrigger delay={400}>
      <ToggleButton
        aria-label={name}
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={() => undefined}
        onPress={isFixed ? undefined : onPress}
        className={`${css.tool} ${isMinor ? css.minor : ''}`}
        {...(isFixed ? { 'aria-disabled': true } : {})}
      >
        {children}
      </ToggleButton>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** On phones the bar stands on the keyboard: what the keyboard covers is told by the visual viewport alone. */
function useKeyboardEdge(bar: { readonly current: HTMLElement | null }) {
  useEffect(() => {
    const { visualViewport } = window;
    if (visualViewport === null) return undefined;
    const place = () => {
      const covered = window.innerHeight - visualViewport.height - visualViewport.offsetTop;
      bar.current?.style.setProperty('--covered', `${Math.max(0, Math.round(covered))}px`);
    };
    visualViewport.addEventListener('resize', place);
    visualViewport.addEventListener('scroll', place);
    return () => {
      visualViewport.removeEventListener('resize', place);
      visualViewport.removeEventListener('scroll', place);
    };
  }, [bar]);
}
