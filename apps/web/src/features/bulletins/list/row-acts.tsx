import { IconDots } from '@tabler/icons-react';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { LazyMenu } from '../../../ui/lazy-menu';
import css from './bulletin-table.module.css';
import type { BulletinRow } from './list-query';
import { discardRefusal, duplicateRefusal, releaseRefusal, signRefusal } from './list-row-acts';
import { headlineOf } from './row-parts';

const m = catalogue(
  {
    sign: 'Olur ver',
    release: 'Servis et',
    duplicate: 'Çoğalt',
    template: 'Şablon olarak sakla',
    discard: 'Taslağı at',
    menu: 'İşlemler: {headline}',
    about: '{act}: {headline}',
  },
  {
    sign: 'Sign',
    release: 'Release',
    duplicate: 'Duplicate',
    template: 'Keep as a template',
    discard: 'Give the draft up',
    menu: 'Acts: {headline}',
    about: '{act}: {headline}',
  },
);

/** What the list does for a row; links lead to the bulletin. */
export interface RowHandlers {
  readonly onDuplicate: (bulletin: BulletinRow) => void;
  readonly onKeepAsTemplate: (bulletin: BulletinRow) => void;
  readonly onDiscard: (bulletin: BulletinRow) => void;
  readonly onOpen: (href: string) => void;
}

interface RowActsProps extends RowHandlers {
  readonly bulletin: BulletinRow;
}

const signPath = ({ id }: BulletinRow) => `/bultenler/${id}`;
const checkPath = ({ id }: BulletinRow) => `/bultenler/${id}/kontrol`;

/** The acts that can be done now, shown on hover and focus, and a menu of all of them. */
export function RowActs({ bulletin, ...handlers }: RowActsProps) {
  const { viewer } = useSession();
  const officeId = viewer.office?.id;
  const about = (act: string) => m.about({ act, headline: headlineOf(bulletin) });
  return (
    <span className={css.acts}>
      <span className={css.quick}>
        {signRefusal(bulletin, officeId) === undefined ? (
          <LinkButton look="quiet" href={signPath(bulletin)} aria-label={about(m.sign())}>
            {m.sign()}
          </LinkButton>
        ) : null}
        {releaseRefusal(bulletin) === undefined ? (
          <LinkButton look="quiet" href={checkPath(bulletin)} aria-label={about(m.release())}>
            {m.release()}
          </LinkButton>
        ) : null}
        {duplicateRefusal(bulletin) === undefined ? (
          <Button look="quiet" aria-label={about(m.duplicate())} onPress={() => handlers.onDuplicate(bulletin)}>
            {m.duplicate()}
          </Button>
        ) : null}
      </span>
      <RowMenu bulletin={bulletin} {...handlers} />
    </span>
  );
}

/** All acts of the row; what cannot be done says why. */
export function RowMenu({ bulletin, ...handlers }: RowActsProps) {
  const { viewer } = useSession();
  const { onOpen, onDuplicate, onKeepAsTemplate, onDiscard } = handlers;
  const mayKeep = duplicateRefusal(bulletin);
  return (
    <LazyMenu
      label={m.menu({ headline: headlineOf(bulletin) })}
      look="icon"
      isSign
      acts={[
        {
          id: 'sign',
          label: m.sign(),
          refusal: signRefusal(bulletin, viewer.office?.id),
          run: () => onOpen(signPath(bulletin)),
        },
        {
          id: 'release',
          label: m.release(),
          refusal: releaseRefusal(bulletin),
          run: () => onOpen(checkPath(bulletin)),
        },
        { id: 'duplicate', label: m.duplicate(), refusal: mayKeep, run: () => onDuplicate(bulletin) },
        { id: 'template', label: m.template(), refusal: mayKeep, run: () => onKeepAsTemplate(bulletin) },
        {
          id: 'discard',
          label: m.discard(),
          refusal: discardRefusal(bulletin),
          isDangerous: true,
          run: () => onDiscard(bulletin),
        },
      ]}
    >
      <IconDots size={20} aria-hidden />
    </LazyMenu>
  );
}
