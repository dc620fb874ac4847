import { WorkerEntrypoint } from 'cloudflare:workers';

let assertOf;

export class Other extends WorkerEntrypoint {
  async fetch(request) {
    const copies = [request.clone(), new Request(request), new Request('http://example.com/', request)];
    assertOf.equal(Object.isFrozen(request.cf), true);
    assertOf.equal(Object.isFrozen(request.cf.within), true);
    for (const copy of [...copies, request.clone()]) {
      assertOf.deepEqual(copy.cf, { colo: 'AMS', within: { a: 1 } });
      assertOf.equal(Object.isFrozen(copy.cf), false);
      assertOf.equal(Object.isFrozen(copy.cf.within), false);
    }
    return new Response(`${request.cf === request.cf}`);
  }
}

export class Subject {}

export async function behaviour(assert, env) {
  assertOf = assert;
  const cf = { colo: 'AMS', within: { a: 1 } };
  const made = new Request('http://example.com/', { cf });
  assert.equal(Object.isFrozen(made.cf), false);
  assert.equal(await (await env.OTHER.fetch(made)).text(), 'true');
}
