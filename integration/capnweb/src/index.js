// Cap'n Web at both ends of a Worker: browsers call it by HTTP or WebSocket, and it calls objects by
// the RPC of Workers. `/api` is answered by the Worker, `/notebooks/NAME` by the object itself.
import { DurableObject } from 'cloudflare:workers';
import { newWorkersRpcResponse, RpcTarget } from 'capnweb';

/** A notebook as it is called from outside. */
class Pages extends RpcTarget {
  #notebook;

  constructor(notebook) {
    super();
    this.#notebook = notebook;
  }

  async count() {
    return (await this.#notebook.list()).length;
  }

  write(text) {
    return this.#notebook.write(text);
  }

  list() {
    return this.#notebook.list();
  }

  /** Calls `listener` with each note from now on. */
  watch(listener) {
    return this.#notebook.watch(listener);
  }
}

export class Notebook extends DurableObject {
  #listeners = new Set();

  fetch(request) {
    return newWorkersRpcResponse(request, new Pages(this));
  }

  async list() {
    return [...(await this.ctx.storage.list({ prefix: 'note ' })).values()];
  }

  async write(text) {
    if (text === '') throw new RangeError('An empty note');
    const number = ((await this.ctx.storage.get('last')) ?? 0) + 1;
    await this.ctx.storage.put({ last: number, [`note ${String(number).padStart(6, '0')}`]: { number, text } });
    for (const listener of this.#listeners) await listener({ number, text });
    return number;
  }

  watch(listener) {
    // The stub that came ends with the call.
    this.#listeners.add(listener.dup());
  }
}

/** What `/api` offers. */
class Api extends RpcTarget {
  #env;

  constructor(env) {
    super();
    this.#env = env;
  }

  hello(name) {
    return `Hello, ${name}!`;
  }

  notebook(name) {
    return new Pages(this.#env.NOTEBOOKS.getByName(name));
  }

  length(text) {
    return text.length;
  }

  async each(items, callback) {
    const results = [];
    for (const item of items) results.push(await callback(item));
    return results;
  }

  echo(value) {
    return value;
  }
}

export default {
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    const [, folder, name] = pathname.split('/');
    if (folder === 'notebooks' && name) return env.NOTEBOOKS.getByName(name).fetch(request);
    if (folder === 'api') return newWorkersRpcResponse(request, new Api(env));
    return new Response('Not found', { status: 404 });
  },
};
