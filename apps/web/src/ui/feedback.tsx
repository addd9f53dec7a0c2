import type { ReactNode } from 'react';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { CombinedError } from 'urql';
import { errorsOf, sentenceForError, type UserError } from '../lib/errors';
import { catalogue } from '../lib/messages';
import { Button } from './button';
import css from './feedback.module.css';

const m = catalogue(
  {
    loading: 'Yükleniyor…',
    again: 'Yeniden dene',
    problem: 'Düzeltilmesi gerekenler',
    loadFailed: 'Bu bölüm açılamadı',
  },
  { loading: 'Loading…', again: 'Try again', problem: 'Please correct', loadFailed: 'This part could not be opened' },
);

type Tone = 'note' | 'ok' | 'warn' | 'alert';

const signs = { note: IconInfoCircle, ok: IconCircleCheck, warn: IconAlertTriangle, alert: IconAlertTriangle };

/** A notice on the page; at most one at a time, never beside an error summary. */
export function Banner({ tone = 'note', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  const Sign = signs[tone];
  return (
    <div className={`${css.banner} ${css[tone]}`} role={tone === 'alert' ? 'alert' : undefined}>
      <Sign size={20} aria-hidden className={css.sign} />
      <div className={css.words}>{children}</div>
    </div>
  );
}

/** The refusals that belong to no field of the form; gets the focus by `role=alert`. */
export function ErrorSummary({ errors }: { readonly errors: readonly UserError[] }) {
  if (errors.length === 0) return null;
  const sentences = [...new Set(errors.map(sentenceForError))];
  return (
    <div className={`${css.banner} ${css.alert}`} role="alert">
      <IconAlertTriangle size={20} aria-hidden className={css.sign} />
      <div className={css.words}>
        {sentences.length === 1 ? (
          <p>{sentences[0]}</p>
        ) : (
          <>
            <p>
              <strong>{m.problem()}</strong>
            </p>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

/** The sentence for the field whose path ends in `name`, or nothing. */
export function errorFor(errors: readonly UserError[], name: string): string | undefined {
  const error = errors.find(({ path }) => path.at(-1) === name || path.includes(name));
  return error && sentenceForError(error);
}

/** The refusals that no named field of the form shows. */
export function errorsBeside(errors: readonly UserError[], names: readonly string[]): readonly UserError[] {
  return errors.filter(({ path }) => !names.some((name) => path.includes(name)));
}

/** What will be here, who fills it, and one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      {children === undefined ? null : <p className={css.emptyText}>{children}</p>}
      {action === undefined ? null : <div className={css.emptyAction}>{action}</div>}
    </div>
  );
}

/** Grey lines where the content will stand; read out as "Yükleniyor". */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div className={css.skeleton} role="status">
      <span className="visually-hidden">{m.loading()}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={css.bone} aria-hidden />
      ))}
    </div>
  );
}

interface LoadedProps<Data> {
  readonly result: {
    readonly fetching: boolean;
    readonly data?: Data | undefined;
    readonly error?: CombinedError | undefined;
  };
  readonly onRetry: () => void;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The three states of everything read: on its way, failed with a way on, there. Old content stays while it reloads. */
export function Loaded<Data>({ result, onRetry, skeleton, children }: LoadedProps<Data>) {
  if (result.data !== undefined && result.data !== null) return children(result.data);
  if (result.error === undefined) return skeleton ?? <Skeleton lines={5} />;
  return (
    <EmptyState title={m.loadFailed()} action={<Button onPress={onRetry}>{m.again()}</Button>}>
      {[...new Set(errorsOf(result.error).map(sentenceForError))].join(' ')}
    </EmptyState>
  );
}
