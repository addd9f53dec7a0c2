import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { useClient } from 'urql';
import { errorsOf, type UserError } from './errors';

type Outcome<Payload> =
  | { readonly isDone: true; readonly payload: Payload }
  | { readonly isDone: false; readonly errors: readonly UserError[] };

interface Act<Payload, Variables> {
  /** Sends the mutation. Never throws: a refusal is data, a cut line too. */
  readonly run: (variables: Variables) => Promise<Outcome<Payload>>;
  readonly isPending: boolean;
  /** Of the last try; empty once it succeeded. */
  readonly errors: readonly UserError[];
  readonly clear: () => void;
}

/** One mutation with one root field whose payload has `errors`. */
export function useAct<Data extends Record<string, { readonly errors: readonly UserError[] }>, Variables>(
  document: TadaDocumentNode<Data, Variables>,
): Act<Data[keyof Data], Variables> {
  const client = useClient();
  const [isPending, setIsPending] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);

  async function run(variables: Variables): Promise<Outcome<Data[keyof Data]>> {
    setIsPending(true);
    const { data, error } = await client.mutation<Data>(document, variables as Record<string, unknown>).toPromise();
    setIsPending(false);
    const payload = Object.values(data ?? {})[0] as Data[keyof Data] | undefined;
    const refusals = error ? errorsOf(error) : (payload?.errors ?? []);
    setErrors(refusals);
    if (refusals.length > 0 || payload === undefined) return { isDone: false, errors: refusals };
    return { isDone: true, payload };
  }

  return { run, isPending, errors, clear: () => setErrors([]) };
}
