/** A visitor of the chat example: what the outside world does to the project in a scenario. */
import { WebSocket } from 'ws';

/** An answer may have to wait for what is done in a pause. */
const REPLY_TIMEOUT_MS = 150_000;

export class Visitor {
  readonly #socket: WebSocket;
  readonly #received: string[] = [];
  #wake: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      this.#received.push(data.toString('utf8'));
      this.#wake();
    });
  }

  /** Enters a room, and waits for its welcome. */
  static async enter(server: string, room: string, name: string): Promise<Visitor> {
    const url = new URL(`/rooms/${room}/socket?name=${name}`, server);
    url.protocol = 'ws:';
    const socket = new WebSocket(url);
    const visitor = new Visitor(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    await visitor.hears('"welcome"');
    return visitor;
  }

  /** Says something, and waits until the room has told it to everybody. */
  async say(text: string): Promise<void> {
    this.#socket.send(JSON.stringify({ text }));
    await this.hears(JSON.stringify(text));
  }

  /** Waits until something was received that holds this text. */
  async hears(text: string): Promise<void> {
    const timeout = AbortSignal.timeout(REPLY_TIMEOUT_MS);
    while (!this.#received.some((each) => each.includes(text))) {
      await new Promise<void>((resolve, reject) => {
        this.#wake = resolve;
        timeout.onabort = () => {
          reject(new Error(`The visitor never heard ${text}, but: ${this.#received.join(' ')}`));
        };
      });
    }
  }

  leave(): void {
    this.#socket.terminate();
  }
}

export async function history(server: string, room: string): Promise<string> {
  const response = await fetch(new URL(`/rooms/${room}/history`, server), {
    signal: AbortSignal.timeout(REPLY_TIMEOUT_MS),
  });
  return `${response.status} ${await response.text()}`;
}
