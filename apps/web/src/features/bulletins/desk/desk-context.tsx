import { createContext, useContext, useRef, useState, type ReactNode } from 'react';
import type { TadaDocumentNode } from 'gql.tada';
import { useClient } from 'urql';
import { errorsOf, type UserError } from '../../../lib/errors';
import { toast } from '../../../ui/toast';
import type { DeskAct, DeskBulletin } from './desk-bulletin';
import { useDeskRefusal } from './use-desk-refusal';

/** The dialogs of the page; at most one is open. */
export type DeskDialog =
  | 'sign'
  | 'return'
  | 'takeBack'
  | 'invite'
  | 'decline'
  | 'discard'
  | 'withdraw'
  | 'correct'
  | 'liftEmbargo'
  | 'unschedule';

interface Desk {
  readonly bulletin: DeskBulletin;
  readonly dialog: DeskDialog | null;
  readonly ask: (dialog: DeskDialog | null) => void;
  readonly refusal: (act: DeskAct) => string | undefined;
  /** Does an act that needs no form; says `done` when it worked, else what refused it stands on the page. */
  readonly run: <Data extends Payloads, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    done?: string,
  ) => Promise<Data[keyof Data] | null>;
  readonly isRunning: boolean;
  readonly errors: readonly UserError[];
  readonly readAgain: () => void;
  /** Notes a saving under way that answers the bulletin as saved, or null when it was refused. */
  readonly settling: (saving: Promise<DeskBulletin | null>) => void;
  /** The bulletin once nothing is being saved any more; null: the last saving was refused. */
  readonly settled: () => Promise<DeskBulletin | null>;
}

type Payloads = Record<string, { readonly errors: readonly UserError[] }>;

const DeskContext = createContext<Desk | null>(null);

/** The page of one bulletin, as its parts need it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside DeskProvider');
  return desk;
}

interface DeskProviderProps {
  readonly bulletin: DeskBulletin;
  readonly readAgain: () => void;
  readonly children: ReactNode;
}

export function DeskProvider({ bulletin, readAgain, children }: DeskProviderProps) {
  const client = useClient();
  const refusal = useDeskRefusal(bulletin);
  const saving = useRef<Promise<DeskBulletin | null> | null>(null);
  const [dialog, ask] = useState<DeskDialog | null>(null);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const run: Desk['run'] = async (document, variables, done) => {
    setIsRunning(true);
    const { data, error } = await client.mutation(document, variables as never).toPromise();
    setIsRunning(false);
    const [payload] = Object.values(data ?? {});
    const refusals = error ? errorsOf(error) : (payload?.errors ?? []);
    setErrors(refusals);
    if (refusals.some(({ code }) => code === 'STALE_VERSION' || code === 'WRONG_STATE')) readAgain();
    if (refusals.length > 0 || payload === undefined) return null;
    if (done !== undefined) toast(done);
    return payload as never;
  };
  const settling = (next: Promise<DeskBulletin | null>) => {
    saving.current = next;
  };
  const settled = async () => {
    const last = saving.current;
    saving.current = null;
    return last === null ? bulletin : last;
  };
  return (
    <DeskContext value={{ bulletin, dialog, ask, refusal, run, isRunning, errors, readAgain, settling, settled }}>
      {children}
    </DeskContext>
  );
}
