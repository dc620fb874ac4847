/**
 * The stream of changes, connected again whenever it breaks. What happened in between was missed,
 * so `onOpen` means: read everything anew.
 */
import type { ControlEvent } from './protocol.ts';

const RECONNECT_DELAY_MS = 1_000;

export interface EventListener {
  onOpen(): void;
  onEvent(event: ControlEvent): void;
  onLost(): void;
}

export function listen(url: URL, listener: EventListener): void {
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => listener.onOpen());
  socket.addEventListener('message', ({ data }) => listener.onEvent(JSON.parse(String(data)) as ControlEvent));
  socket.addEventListener('close', () => {
    listener.onLost();
    setTimeout(() => listen(url, listener), RECONNECT_DELAY_MS);
  });
}
