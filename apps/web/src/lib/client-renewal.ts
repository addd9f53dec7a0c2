import { createContext, useContext } from 'react';

/** Starts over with an empty cache: what was read for one person or office must not show to another. */
export const ClientRenewal = createContext<() => void>(() => undefined);

export const useClientRenewal = () => useContext(ClientRenewal);
