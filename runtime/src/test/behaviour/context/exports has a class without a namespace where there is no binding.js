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
  assert.equal(String(exports.Unbound), '[object LoopbackDurableObjectClass]');
  assert.equal(typeof exports.Unbound, 'function');
  assert.equal(exports.Unbound.getByName, undefined);
  assert.equal(exports.Missing, undefined);
}
