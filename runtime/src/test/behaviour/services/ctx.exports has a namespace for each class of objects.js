//! {"migrations": [{"tag": "v1", "new_sqlite_classes": ["Thing"]}]}
import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';

export class Thing extends DurableObject {
  #n = 0;
  bump() {
    return ++this.#n;
  }
  viaExports() {
    return this.ctx.exports.Named.title();
  }
}

export class Named extends WorkerEntrypoint {
  title() {
    return 'named';
  }
}

export async function behaviour(assert, env, ctx) {
  const object = ctx.exports.Thing.getByName('a');
  assert.equal(await object.bump(), 1);
  assert.equal(await object.bump(), 2);
  assert.equal(await object.viaExports(), 'named');
}
