import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  id() {}
  name() {}
  toString() {
    return 'mine';
  }
  dup() {}
  then() {}
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(stub.name, 'a');
  assert(stub.id.equals(env.OBJECTS.idFromName('a')));
  assert.equal(stub.toString(), '[object DurableObject]');
  assert.equal(stub.then, undefined);
  await assert.rejects(stub.dup(), 'TypeError', "'dup' is a reserved method and cannot be called over RPC.");
}
