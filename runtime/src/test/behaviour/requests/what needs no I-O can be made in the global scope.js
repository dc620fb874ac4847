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

attempt('Response', () => new Response(null));
attempt('Request', () => new Request('http://x/'));
attempt('Response of a stream', () => new Response(new ReadableStream()));
attempt('Headers', () => new Headers({ a: 'b' }));
attempt('AbortController', () => new AbortController().abort());
attempt('ReadableStream', () => new ReadableStream());
attempt('TransformStream', () => new TransformStream());
attempt('Blob', () => new Blob(['x']).text());
attempt('ids', () => [bindings.OBJECTS.idFromName('a'), bindings.OBJECTS.newUniqueId()]);
attempt('HTMLRewriter', () => new HTMLRewriter());
attempt('structuredClone', () => structuredClone({}));
attempt('queueMicrotask', () => queueMicrotask(() => {}));

export async function behaviour(assert, env) {
  assert.equal(Object.keys(outcomes).length, 12);
  for (const [name, outcome] of Object.entries(outcomes)) assert.equal(`${name}: ${outcome}`, `${name}: done`);
}
