import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { RoomState, type RoomReport } from './room-state';

const RoomContext = createContext<RoomState | null>(null);

/** Surrounds a bulletin's page: its sections, the toolbar and the status line below it belong together. */
export function EditorRoom({ bulletinId, children }: { readonly bulletinId: string; readonly children: ReactNode }) {
  return (
    <Room key={bulletinId} bulletinId={bulletinId}>
      {children}
    </Room>
  );
}

function Room({ bulletinId, children }: { readonly bulletinId: string; readonly children: ReactNode }) {
  const [room] = useState(() => new RoomState(bulletinId));
  return <RoomContext value={room}>{children}</RoomContext>;
}

/** The room of the page; only below `EditorRoom`. */
export function useRoom(): RoomState {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('useRoom outside EditorRoom');
  return room;
}

export function useRoomReport(): RoomReport {
  const room = useRoom();
  return useSyncExternalStore(room.subscribe, room.report);
}
