interface MarkedText {
  readonly text: string;
  /** Where the found words begin and end, in order, in UTF-16 code units. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A text with the words marked that a search found it by, as the API gives them. */
export function Marked({ text, marks }: MarkedText) {
  const before = (index: number) => marks[index - 1]?.end ?? 0;
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(before(index), start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(before(marks.length))}
    </>
  );
}
