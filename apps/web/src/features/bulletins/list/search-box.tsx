import { useRef, useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { SearchField } from '../../../ui/field';

const m = catalogue(
  { label: 'Bültenlerde ara', placeholder: 'Başlık, metin, etiket' },
  { label: 'Search bulletins', placeholder: 'Headline, text, tag' },
);

const pauseMilliseconds = 250;

interface SearchBoxProps {
  /** The words that the list is searched for now. */
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** Searches when the typing pauses; while it has the focus, what is typed stands, else what is searched for. */
export function SearchBox({ words, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const searchNow = (next: string) => {
    clearTimeout(timer.current);
    if (next.trim() !== words) onSearch(next.trim());
  };
  const onChange = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => searchNow(next), pauseMilliseconds);
  };
  const onBlur = () => {
    if (typed !== null) searchNow(typed);
    setTyped(null);
  };
  return (
    <div onBlur={onBlur}>
      <SearchField
        label={m.label()}
        placeholder={m.placeholder()}
        value={typed ?? words}
        onChange={onChange}
        onSubmit={searchNow}
      />
    </div>
  );
}
