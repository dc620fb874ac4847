/** A visitor of a room: a WebSocket whose events are taken in the order in which they came. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

const ANSWER_LIMIT_MILLIS = 60_000;

export class Visitor {
  #socket;
  #arrived = [];
  #wanted = [];

  /** Enters a room of the server at `url`; the visitor leaves at the end of the test `t`. */
  static async enter(t, url, room, name) {
    const address = `${url.replace('http', 'ws')}/rooms/${encodeURIComponent(room)}/socket?name=${encodeURIComponent(name)}`;
    const visitor = new Visitor(new WebSocket(address));
    await once(visitor.#socket, 'open');
    t.after(() => visitor.#socket.terminate());
    return visitor;
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#arrive({ event: JSON.parse(String(data)) }));
    socket.on('close', (code) => this.#arrive({ error: new Error(`The room closed the socket with ${code}.`) }));
    socket.on('error', (error) => this.#arrive({ error }));
  }

  /** Says it, and does not wait for an answer. */
  say(text) {
    this.send(JSON.stringify({ text }));
  }

  send(raw) {
    this.#socket.send(raw);
  }

  /** The next event. None may be skipped: what a test does not expect is a failure. */
  async hears() {
    const { event, error } = this.#arrived.shift() ?? (await this.#next());
    if (error) throw error;
    return event;
  }

  /** Leaves, and waits for the room to take note. Resolves to the code that the room closed with. */
  async leaves() {
    const closed = once(this.#socket, 'close');
    this.#socket.close(1000, 'Bye');
    const [code] = await closed;
    return code;
  }

  #arrive(item) {
    const wanted = this.#wanted.shift();
    if (wanted) wanted(item);
    else this.#arrived.push(item);
  }

  #next() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing heard in ${ANSWER_LIMIT_MILLIS} ms.`)), ANSWER_LIMIT_MILLIS);
      this.#wanted.push((item) => {
        clearTimeout(timer);
        resolve(item);
      });
    });
  }
}
