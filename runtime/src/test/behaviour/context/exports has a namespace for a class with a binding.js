import { DurableObject, WorkerEntrypoint, env as imported, exports, withEnv, withExports } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
  take(value) {
    return String(value);
  }
}
export class Unbound extends DurableObject {}
export class Entry extends WorkerEntrypoint {
  props() {
    return this.ctx.props;
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(String(exports.Subject), '[object LoopbackDurableObjectNamespace]');
  assert.equal(typeof exports.Subject, 'function');
  assert(exports.Subject.idFromName('a').equals(env.OBJECTS.idFromName('a')));
  assert.equal(await exports.Subject.getByName('a').ownName(), 'a');
  assert.equal(await env.OBJECTS.get(exports.Subject.idFromName('b')).ownName(), 'b');
  assert.equal(ctx.exports.Subject, exports.Subject);
}
