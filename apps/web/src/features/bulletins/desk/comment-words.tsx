import { catalogue } from '../../../lib/messages';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { TextField } from '../../../ui/field';
import { MentionList, typedName } from './mention-list';
import type { useComment } from './use-comment';

const m = catalogue(
  { hint: 'Birini ya da bir birimi anmak için @ yazın.' },
  { hint: 'Type @ to name a person or an office.' },
);

interface CommentWordsProps {
  readonly label: string;
  readonly comment: ReturnType<typeof useComment>;
  readonly rows: number;
  readonly autoFocus?: boolean;
}

/** The field of a remark, with who can be named in it. */
export function CommentWords({ label, comment, rows, autoFocus = false }: CommentWordsProps) {
  const { body, setBody, name, errors } = comment;
  const query = typedName(body);
  return (
    <>
      <ErrorSummary errors={errorsBeside(errors, ['body'])} />
      <TextField
        label={label}
        hint={m.hint()}
        rows={rows}
        value={body}
        onChange={setBody}
        maxLength={4000}
        autoFocus={autoFocus}
        error={errorFor(errors, 'body')}
      />
      {query === null ? null : <MentionList query={query} onChoose={name} />}
    </>
  );
}
