import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  giveCtx() {
    return this.ctx;
  }
  giveEnv() {
    return this.env;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const refused = (type) => `Could not serialize object of type "${type}". This type does not support serialization.`;
  await assert.rejects(stub.giveCtx(), 'DataCloneError', refused('DurableObjectState'));
  await assert.rejects(stub.giveEnv(), 'DataCloneError', refused('DurableObjectNamespace'));
}
