import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  direct(callback) {
    return callback();
  }
  property(callback) {
    return callback.foo;
  }
  nested(callback) {
    return { value: callback() };
  }
  nestedProperty(callback) {
    return { value: callback.foo };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const callback = Object.assign(() => ({ x: 1 }), { foo: { x: 2 } });
  assert.deepEqual(await stub.direct(callback), { x: 1 });
  assert.equal(await stub.direct(callback).x, 1);
  assert.deepEqual(await stub.property(callback), { x: 2 });
  await assert.rejects(
    stub.nested(callback),
    'DataCloneError',
    'Could not serialize object of type "RpcPromise". This type does not support serialization.'
  );
  await assert.rejects(
    stub.nestedProperty(callback),
    'DataCloneError',
    'Could not serialize object of type "RpcProperty". This type does not support serialization.'
  );
}
