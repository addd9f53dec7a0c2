import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { RoomState } from '../room-state';
import { SectionLine } from './section-line';

const rooms = new WeakMap<RoomState, RoomLines>();

/** The sections of one page over one WebSocket. */
class RoomLines {
  private readonly socket: HocuspocusProviderWebsocket;
  private readonly lines = new Map<string, SectionLine>();

  constructor(private readonly room: RoomState) {
    this.socket = new HocuspocusProviderWebsocket({
      url: `${location.origin.replace(/^http/, 'ws')}/collab`,
      delay: 500,
      minDelay: 500,
      maxDelay: 10_000,
    });
    // The device knows of a cut, and of its end, before a silent socket does.
    addEventListener('offline', this.cut);
    addEventListener('online', this.connect);
    room.retry = () => {
      this.connect();
      for (const line of this.lines.values()) line.retry();
    };
  }

  line(sectionId: string, userId: string): SectionLine {
    const known = this.lines.get(sectionId) ?? this.open(sectionId, userId);
    this.lines.set(sectionId, known);
    return known;
  }

  private readonly cut = (): void => this.socket.disconnect();

  private readonly connect = (): void => void this.socket.connect();

  private open(sectionId: string, userId: string): SectionLine {
    return new SectionLine(this.room, this.socket, sectionId, userId, () => this.leave());
  }

  /** The page is left when its last section is. */
  private leave(): void {
    if ([...this.lines.values()].some((line) => !line.isIdle())) return;
    rooms.delete(this.room);
    removeEventListener('offline', this.cut);
    removeEventListener('online', this.connect);
    for (const line of this.lines.values()) line.destroy();
    this.socket.destroy();
  }
}

/** The line of one section; there is one for as long as the page is open. */
export function lineOf(room: RoomState, sectionId: string, userId: string): SectionLine {
  const lines = rooms.get(room) ?? new RoomLines(room);
  rooms.set(room, lines);
  return lines.line(sectionId, userId);
}
