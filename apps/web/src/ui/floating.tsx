import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Menu as AriaMenu, Popover } from 'react-aria-components';
import type { Opened } from './opener';
import css from './overlay.module.css';

type FloatingProps = Opened & { readonly label: string; readonly children: ReactNode };

const onOpenChange = (onClose: () => void) => (isOpen: boolean) => (isOpen ? undefined : onClose());

/** A menu beside the button of an `Opener`; its children are sections and items. */
export function FloatingMenu({ triggerRef, onClose, label, children }: FloatingProps) {
  return (
    <Popover
      aria-label={label}
      isOpen
      triggerRef={triggerRef}
      onOpenChange={onOpenChange(onClose)}
      className={css.popover ?? ''}
      offset={4}
      placement="bottom end"
    >
      <AriaMenu aria-label={label} className={css.menu ?? ''} onClose={onClose} autoFocus="first">
        {children}
      </AriaMenu>
    </Popover>
  );
}

/** A panel beside the button of an `Opener`. */
export function FloatingPanel({ triggerRef, onClose, label, children }: FloatingProps) {
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      onOpenChange={onOpenChange(onClose)}
      className={css.popover ?? ''}
      offset={4}
      placement="bottom end"
    >
      <AriaDialog aria-label={label} className={css.panel ?? ''}>
        {children}
      </AriaDialog>
    </Popover>
  );
}
