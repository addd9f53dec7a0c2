import { useState, useSyncExternalStore, type SyntheticEvent } from 'react';
import { catalogue } from '../../../../lib/messages';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { Dialog } from '../../../../ui/overlay';
import type { EditorActs } from './editor-acts';

const m = catalogue(
  {
    title: 'Bağlantı',
    address: 'Adres',
    hint: 'Örnek: www.ayvalik.bel.tr ya da basin@ayvalik.bel.tr',
    bad: 'Bu adrese bağlantı verilemez. http, https, e-posta ya da telefon adresi yazın.',
    set: 'Bağlantıyı koy',
    remove: 'Bağlantıyı kaldır',
  },
  {
    title: 'Link',
    address: 'Address',
    hint: 'Example: www.ayvalik.bel.tr or basin@ayvalik.bel.tr',
    bad: 'This address cannot be linked to. Write an http, https, e-mail or telephone address.',
    set: 'Set the link',
    remove: 'Remove the link',
  },
);

/** Asks for the address of the selected words. */
export function LinkDialog({ acts }: { readonly acts: EditorActs }) {
  const asked = useSyncExternalStore(acts.subscribe, acts.look);
  if (asked !== 'link') return null;
  return <LinkForm acts={acts} />;
}

function LinkForm({ acts }: { readonly acts: EditorActs }) {
  const present = acts.presentLink();
  const [address, setAddress] = useState(present);
  const [isBad, setIsBad] = useState(false);
  const set = (event: SyntheticEvent) => {
    event.preventDefault();
    const isSet = acts.setLink(address);
    setIsBad(!isSet);
    if (isSet) acts.stopAsking();
  };
  const remove = () => {
    acts.setLink('');
    acts.stopAsking();
  };
  return (
    <Dialog
      title={m.title()}
      isOpen
      onClose={acts.stopAsking}
      actions={
        <>
          {present === '' ? null : <Button onPress={remove}>{m.remove()}</Button>}
          <Button look="primary" type="submit" form="baglanti">
            {m.set()}
          </Button>
        </>
      }
    >
      <form id="baglanti" onSubmit={set}>
        <TextField
          label={m.address()}
          hint={m.hint()}
          error={isBad ? m.bad() : undefined}
          value={address}
          onChange={setAddress}
          inputMode="url"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
