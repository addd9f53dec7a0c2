import { IconX } from '@tabler/icons-react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { catalogue } from '../lib/messages';
import { Button, IconButton, LinkButton } from './button';
import css from './toast.module.css';

const m = catalogue(
  { undo: 'Geri al', open: 'Aç', close: 'Kapat', region: 'Bildirimler' },
  { undo: 'Undo', open: 'Open', close: 'Close', region: 'Notices' },
);

interface Words {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
  /** Where it can be read; the toast goes when one goes there. */
  readonly path?: string | undefined;
}

export const queue = new ToastQueue<Words>({ maxVisibleToasts: 3 });
export const shownMilliseconds = 10_000;

export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className={css.region ?? ''} aria-label={m.region()}>
      {({ toast: shown }) => (
        <AriaToast toast={shown} className={css.toast ?? ''}>
          <ToastContent className={css.words ?? ''}>
            <Text slot="title">{shown.content.text}</Text>
          </ToastContent>
          {shown.content.undo === undefined ? null : (
            <Button
              look="quiet"
              onPress={() => {
                shown.content.undo?.();
                queue.close(shown.key);
              }}
            >
              {m.undo()}
            </Button>
          )}
          {shown.content.path === undefined ? null : (
            <LinkButton look="quiet" href={shown.content.path} onPress={() => queue.close(shown.key)}>
              {m.open()}
            </LinkButton>
          )}
          <IconButton label={m.close()} slot="close">
            <IconX size={18} aria-hidden />
          </IconButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
