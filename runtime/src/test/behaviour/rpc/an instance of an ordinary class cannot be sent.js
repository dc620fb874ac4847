import { DurableObject } from 'cloudflare:workers';

class Plain {}

export class Subject extends DurableObject {
  take() {}
  give() {
    return { inner: new Plain() };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const refused = 'Could not serialize object of type "Plain". This type does not support serialization.';
  await assert.rejects(stub.take(new Plain()), 'DataCloneError', refused);
  await assert.rejects(stub.give(), 'DataCloneError', refused);
  await assert.rejects(
    stub.take(Object.create(null)),
    'DataCloneError',
    'Could not serialize object of type "Object". This type does not support serialization.'
  );
}
