/**
 * A running project's control API, as far as the extension uses it, on a real socket: what the tests
 * talk to in place of a runtime. Its state is plain data; a test changes it, and sends the event.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { ControlAddress } from '../../src/control/address.ts';
import type { ObjectDetail, ProjectInfo, StoredValue } from '../../src/control/protocol.ts';

export interface StoredObject {
  readonly detail: ObjectDetail;
  readonly values: readonly StoredValue[];
}

const TOKEN = 'a-token';

export class ControlServer {
  project: ProjectInfo = {
    name: 'chat',
    ready: 'http://127.0.0.1:8787',
    pid: process.pid,
    workers: [{ name: 'chat', classes: [{ className: 'ChatRoom', storage: 'sqlite', bindings: ['ROOMS'] }] }],
  };
  /** By worker, class and id, joined by slashes. */
  objects = new Map<string, StoredObject>();
  /** When set, every request for data is answered so. */
  refusal: { readonly status: number; readonly body: string } | undefined;
  /** The requests that were answered, as `METHOD path?query`. */
  readonly requests: string[] = [];

  readonly #http = createServer((request, response) => {
    this.#answer(request, response);
  });
  readonly #sockets = new WebSocketServer({ noServer: true });

  private constructor() {
    this.#http.on('upgrade', (request, socket, head) => {
      if (!this.#isAllowed(request)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, () => undefined);
    });
  }

  static async start(): Promise<ControlServer> {
    const server = new ControlServer();
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): ControlAddress {
    return { url: `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`, token: TOKEN };
  }

  put(worker: string, className: string, object: StoredObject): void {
    this.objects.set(`${worker}/${className}/${object.detail.id}`, object);
  }

  send(event: unknown): void {
    for (const socket of this.#sockets.clients) {
      socket.send(typeof event === 'string' ? event : JSON.stringify(event));
    }
  }

  /** Breaks the connections as a crash does; new ones are accepted. */
  breakConnections(): void {
    for (const socket of this.#sockets.clients) {
      socket.terminate();
    }
  }

  async stop(): Promise<void> {
    this.breakConnections();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #isAllowed(request: IncomingMessage): boolean {
    const url = new URL(request.url ?? '', 'http://localhost');
    return request.headers.authorization === `Bearer ${TOKEN}` || url.searchParams.get('token') === TOKEN;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (!this.#isAllowed(request)) {
      reply(response, 401, refusal('unauthorized', 'The token is missing or wrong.'));
    } else if (this.refusal !== undefined) {
      response.writeHead(this.refusal.status).end(this.refusal.body);
    } else {
      const url = new URL(request.url ?? '', 'http://localhost');
      this.#route(request.method ?? '', url, response);
    }
  }

  #route(method: string, url: URL, response: ServerResponse): void {
    const [kind, worker, className, id, what, key] = url.pathname
      .replace('/api/v1/', '')
      .split('/')
      .map(decodeURIComponent);
    const page = { limit: Number(url.searchParams.get('limit')), from: Number(url.searchParams.get('cursor') ?? '0') };
    if (kind === 'project') {
      reply(response, 200, this.project);
    } else if (kind === 'objects' && worker === undefined) {
      const prefix = `${url.searchParams.get('worker') ?? ''}/${url.searchParams.get('class') ?? ''}/`;
      const found = [...this.objects]
        .filter(([path]) => path.startsWith(prefix))
        .map(([, { detail }]) => ({ ...detail, sockets: detail.sockets.length }));
      const { items, cursor } = part(found, page);
      reply(response, 200, { objects: items, cursor });
    } else {
      const object = this.objects.get(`${worker ?? ''}/${className ?? ''}/${id ?? ''}`);
      if (object === undefined) {
        reply(response, 404, refusal('no-such-object', 'There is no such object.'));
      } else if (method === 'POST') {
        reply(response, 200, {});
      } else if (what === undefined) {
        reply(response, 200, object.detail);
      } else if (key === undefined) {
        const { items, cursor } = part(object.values, page);
        const entries = items.map((value) => ({
          key: value.key,
          type: value.type,
          preview: value.preview,
          size: value.preview.length,
        }));
        reply(response, 200, { entries, cursor });
      } else {
        const value = object.values.find((each) => each.key === key);
        reply(response, value === undefined ? 404 : 200, value ?? refusal('no-such-key', `There is no key ${key}.`));
      }
    }
  }
}

function part<T>(
  all: readonly T[],
  { limit, from }: { limit: number; from: number },
): { items: readonly T[]; cursor: string | null } {
  const end = from + limit;
  return { items: all.slice(from, end), cursor: end < all.length ? String(end) : null };
}

function refusal(code: string, message: string): unknown {
  return { error: { code, message } };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
