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
  assert.equal(String(exports.Subject({})), '[object DurableObjectClass]');
  assert.equal(typeof exports.Unbound({ props: { a: 1 } }), 'object');
  assert.equal((await exports.Entry({ props: { a: 1 } }).props()).a, 1);
  assert.equal(JSON.stringify(await exports.Entry.props()), '{}');
  assert.equal(String(exports.Entry), '[object LoopbackServiceStub]');
  assert.throws(() => new (exports.Unbound({}).constructor)(), 'TypeError', 'Illegal constructor');
}
