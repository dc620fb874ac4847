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
  const message = (name) => `Failed to execute '(called as function)' on '${name}': parameter 1 is not of type 'Options'.`;
  assert.throws(() => exports.Subject(), 'TypeError', message('LoopbackDurableObjectNamespace'));
  assert.throws(() => exports.Unbound(5), 'TypeError', message('LoopbackDurableObjectClass'));
  assert.throws(() => exports.Entry(), 'TypeError', message('LoopbackServiceStub'));
  const wrong = "Incorrect type for the 'props' field on 'Options': the provided value is not of type 'Object'.";
  assert.throws(() => exports.Unbound({ props: 5 }), 'TypeError', wrong);
}
