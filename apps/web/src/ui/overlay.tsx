import { useState, type ReactElement, type ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover as AriaPopover,
} from 'react-aria-components';
import { IconX } from '@tabler/icons-react';
import { catalogue } from '../lib/messages';
import { Button, IconButton } from './button';
import css from './overlay.module.css';

const m = catalogue({ close: 'Kapat', cancel: 'Vazgeç' }, { close: 'Close', cancel: 'Cancel' });

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the bottom; the primary one last. */
  readonly actions?: ReactNode;
  /** `side`: a sheet at the right on desktops; on phones both come from below. */
  readonly place?: 'middle' | 'side';
  /** Pressing outside does not close it: something written would be lost. */
  readonly isFirm?: boolean;
}

/** A modal dialog; focus goes in, stays in and returns. */
export function Dialog({ title, isOpen, onClose, children, actions, place = 'middle', isFirm = false }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={!isFirm}
      className={`${css.overlay} ${place === 'side' ? css.overlaySide : ''}`}
    >
      <Modal className={`${css.modal} ${place === 'side' ? css.side : ''}`}>
        <AriaDialog className={css.dialog ?? ''}>
          <header className={css.head}>
            <Heading slot="title" className={css.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={m.close()} onPress={onClose}>
              <IconX size={20} aria-hidden />
            </IconButton>
          </header>
          <div className={css.body}>{children}</div>
          {actions === undefined ? null : <footer className={css.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void | Promise<void>;
  /** The verb of the act, never "OK". */
  readonly verb: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  readonly refusal?: string | undefined;
  readonly children: ReactNode;
}

/** Asks before an act that cannot be taken back. */
export function Confirm({
  verb,
  onConfirm,
  isDangerous = false,
  isPending = false,
  refusal,
  children,
  ...rest
}: ConfirmProps) {
  return (
    <Dialog
      {...rest}
      isFirm
      actions={
        <>
          <Button onPress={rest.onClose}>{m.cancel()}</Button>
          <Button
            look={isDangerous ? 'danger' : 'primary'}
            isPending={isPending}
            refusal={refusal}
            onPress={() => void onConfirm()}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

export interface MenuAct {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be done now. */
  readonly refusal?: string | undefined;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly acts: readonly MenuAct[];
  /** The trigger; left out: three dots. */
  readonly trigger?: ReactElement;
}

/** A menu of acts; one that cannot be done now says why instead of vanishing. */
export function Menu({ label, acts, trigger }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger ?? (
        <AriaButton aria-label={label} className={css.dots ?? ''}>
          ⋯
        </AriaButton>
      )}
      <AriaPopover className={css.popover ?? ''} offset={4}>
        <AriaMenu
          className={css.menu ?? ''}
          aria-label={label}
          onAction={(id) => acts.find((act) => act.id === id && act.refusal === undefined)?.run()}
        >
          {acts.map((act) => (
            <MenuItem
              key={act.id}
              id={act.id}
              textValue={act.label}
              className={`${css.item} ${act.isDangerous ? css.dangerous : ''}`}
              aria-disabled={act.refusal !== undefined}
            >
              <span>{act.label}</span>
              {act.refusal === undefined ? null : <span className={css.refusal}>{act.refusal}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

/** A small panel beside its trigger, such as a list of people; closes on Escape and outside. */
export function Panel({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={css.popover ?? ''} offset={4}>
        <AriaDialog aria-label={label} className={css.panel ?? ''}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

/** Whether something is open, with words for both ways. */
export function useDisclosure(isOpenAtFirst = false) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return { isOpen, open: () => setIsOpen(true), close: () => setIsOpen(false) };
}
