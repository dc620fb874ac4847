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
  const stub = env.OBJECTS.getByName('a');
  const refused = (type) => `Could not serialize object of type "${type}". This type does not support serialization.`;
  await assert.rejects(stub.take(exports.Entry), 'DataCloneError', refused('LoopbackServiceStub'));
  await assert.rejects(stub.take(exports.Subject), 'DataCloneError', refused('LoopbackDurableObjectNamespace'));
  await assert.rejects(stub.take(exports.Unbound), 'DataCloneError', refused('LoopbackDurableObjectClass'));
  assert.equal(await stub.take(exports.Entry({})), '[object Fetcher]');
  assert.equal(await stub.take(exports.Subject({})), '[object DurableObjectClass]');
  assert.equal(await stub.take(exports.Unbound({})), '[object DurableObjectClass]');
}
