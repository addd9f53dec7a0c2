import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { ariaKeys } from '../lib/shortcuts';
import button from './button.module.css';

/** What opened content needs to place itself and to go away. */
export interface Opened {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

interface OpenerProps {
  /** What is read out, where the children are a sign alone. */
  readonly label?: string;
  readonly popup: 'menu' | 'dialog';
  /** `bare`: the class name says it all. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon' | 'bare';
  readonly className?: string;
  /** Fetches the code of the content; called when somebody reaches for the button. */
  readonly preload: () => unknown;
  readonly keys?: string;
  readonly children: ReactNode;
  /** A lazy component below `<Suspense>`. */
  readonly content: (opened: Opened) => ReactNode;
}

/** A button whose menu or panel is code of its own, fetched when it is reached for: the first page stays light. */
export function Opener({ label, popup, look = 'plain', className = '', keys, ...rest }: OpenerProps) {
  const { preload, children, content } = rest;
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const onClose = () => setIsOpen(false);
  return (
    <>
      <AriaButton
        ref={trigger}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
        aria-haspopup={popup}
        aria-expanded={isOpen}
        className={`${look === 'icon' || look === 'bare' ? (button[look] ?? '') : `${button.button} ${button[look]}`} ${className}`}
        onHoverStart={() => void preload()}
        onFocus={() => void preload()}
        onPress={() => setIsOpen(true)}
      >
        {children}
      </AriaButton>
      {isOpen ? content({ triggerRef: trigger, onClose }) : null}
    </>
  );
}
