//! {"limits": {"subrequests": 4}, "kv_namespaces": [{"binding": "STORE", "id": "store"}], "$variants": ["disk"]}
import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';

export class Subject extends DurableObject {
  greet() {
    return 'hello';
  }
}

export class Other extends WorkerEntrypoint {
  fetch() {
    return new Response('other');
  }
  greet() {
    return 'hello';
  }
}

const LIMIT =
  ' by single Worker invocation. To configure this limit, refer to ' +
  'https://developers.cloudflare.com/workers/wrangler/configuration/#limits';

export async function behaviour(assert, env) {
  assert.equal(await env.STORE.get('a'), null);
  assert.equal(await env.OBJECTS.getByName('a').greet(), 'hello');
  assert.equal(await env.OTHER.greet(), 'hello');
  assert.equal(await (await env.OTHER.fetch('http://x/')).text(), 'other');
  await assert.rejects(env.OTHER.fetch('http://x/'), 'Error', `Too many API requests${LIMIT}`);
  await assert.rejects((async () => env.OBJECTS.getByName('a').greet())(), 'Error', `Too many API requests${LIMIT}`);
  await assert.rejects(env.STORE.get('a'), 'Error', `Too many API requests${LIMIT}`);
  await assert.rejects(caches.default.match('http://x/'), 'Error', `Too many API requests${LIMIT}`);
  await assert.rejects(fetch('http://127.0.0.1:1/'), 'Error', `Too many subrequests${LIMIT}`);
}
