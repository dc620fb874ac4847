//! {"$variants": ["disk"]}
import { DurableObject, WorkerEntrypoint, env as bindings } from 'cloudflare:workers';
import { connect } from 'cloudflare:sockets';

export class Subject extends DurableObject {}
export class Other extends WorkerEntrypoint {
  greet() {
    return 'hello';
  }
}

const outcomes = {};

/** Notes how an attempt ends that is made while the module is evaluated. */
async function attempt(name, action) {
  try {
    await action();
    outcomes[name] = 'done';
  } catch (error) {
    outcomes[name] = `${error.name}: ${error.message}`;
  }
}

attempt('setTimeout', () => setTimeout(() => {}, 1));
attempt('setInterval', () => setInterval(() => {}, 1));
attempt('clearTimeout', () => clearTimeout(1));
attempt('scheduler.wait', () => scheduler.wait(1));
attempt('AbortSignal.timeout', () => AbortSignal.timeout(1));
attempt('fetch', () => fetch('http://127.0.0.1:1/'));
attempt('connect', () => connect('127.0.0.1:1'));
attempt('WebSocket', () => new WebSocket('ws://127.0.0.1:1/'));
attempt('WebSocketPair', () => new WebSocketPair());
attempt('caches', () => caches.default.match('http://x/'));
attempt('service.fetch', () => bindings.OTHER.fetch('http://x/'));
attempt('service.greet', () => bindings.OTHER.greet());
attempt('namespace.get', () => bindings.OBJECTS.getByName('a'));
attempt('Response', () => new Response('body'));
attempt('Response.json', () => Response.json({}));
attempt('Request', () => new Request('http://x/', { method: 'POST', body: 'body' }));
attempt('IdentityTransformStream', () => new IdentityTransformStream());
attempt('CompressionStream', () => new CompressionStream('gzip'));
attempt('Blob.stream', () => new Blob(['x']).stream());

export async function behaviour(assert, env) {
  const DISALLOWED =
    'Error: Disallowed operation called within global scope. Asynchronous I/O (ex: fetch() or connect()), setting a ' +
    'timeout, and generating random values are not allowed within global scope. To fix this error, perform this ' +
    'operation within a handler. https://developers.cloudflare.com/workers/runtime-apis/handlers/';
  assert.equal(Object.keys(outcomes).length, 19);
  for (const [name, outcome] of Object.entries(outcomes)) assert.equal(`${name}: ${outcome}`, `${name}: ${DISALLOWED}`);
}
