import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  _under() {
    return '_';
  }
  $dollar() {
    return '$';
  }
  ['with spaces']() {
    return 'spaces';
  }
  get() {
    return 'get';
  }
  put(value) {
    return `put ${value}`;
  }
  delete() {
    return 'delete';
  }
  toJSON() {
    return 'json';
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub._under(), '_');
  assert.equal(await stub.$dollar(), '$');
  assert.equal(await stub['with spaces'](), 'spaces');
  assert.equal(await stub.get(), 'get');
  assert.equal(await stub.put(1), 'put 1');
  assert.equal(await stub.delete(), 'delete');
  assert.equal(await stub.toJSON(), 'json');
}
