/**
 * The stream of changes of one running project, held open for as long as the project lives.
 *
 * The stream reconnects when it breaks. Whatever happened in between was missed, so the listener's
 * `onOpen` is called at every connection, and means "read everything anew". When the project cannot
 * be reached again after {@link RECONNECT_DELAYS_MS}, `onEnd` is called, once, and the stream is over.
 */
import { WebSocket } from 'ws';
import { readEvent, type ControlEvent } from './protocol.ts';

/** How long to wait before each attempt to reconnect; after the last one the project counts as gone. */
export const RECONNECT_DELAYS_MS: readonly number[] = [100, 500, 2_000];

/** A line that a worker has logged may be long; one beyond this breaks the connection, which is made anew. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

export interface EventListener {
  onOpen(): void;
  onEvent(event: ControlEvent): void;
  /** A message that could not be read; the stream goes on. */
  onProblem(problem: Error): void;
  onEnd(): void;
}

export class EventStream {
  readonly #url: URL;
  readonly #listener: EventListener;
  #socket: WebSocket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(url: URL, listener: EventListener) {
    this.#url = url;
    this.#listener = listener;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.terminate();
  }

  #connect(): void {
    const socket = new WebSocket(this.#url, { maxPayload: MAX_MESSAGE_BYTES });
    this.#socket = socket;
    socket.on('open', () => {
      this.#failures = 0;
      this.#listener.onOpen();
    });
    socket.on('message', (data) => {
      this.#receive(Buffer.isBuffer(data) ? data.toString('utf8') : '');
    });
    // 'close' follows every 'error'; the reason of a lost connection is of no use to anybody.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#reconnect();
    });
  }

  #receive(text: string): void {
    if (this.#closed) {
      return;
    }
    try {
      const event = readEvent(text);
      if (event !== undefined) {
        this.#listener.onEvent(event);
      }
    } catch (error) {
      this.#listener.onProblem(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #reconnect(): void {
    if (this.#closed) {
      return;
    }
    const delay = RECONNECT_DELAYS_MS[this.#failures];
    this.#failures += 1;
    if (delay === undefined) {
      this.#closed = true;
      this.#listener.onEnd();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#connect();
    }, delay);
  }
}
