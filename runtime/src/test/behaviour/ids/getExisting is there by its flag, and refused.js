//! {"compatibility_flags": ["durable_object_get_existing", "experimental"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert.equal(typeof env.OBJECTS.getExisting, 'function');
  const stub = () => env.OBJECTS.getExisting(env.OBJECTS.idFromName('a'));
  let failure;
  try {
    await stub().ownName();
  } catch (error) {
    failure = error;
  }
  assert.equal(failure.message, 'workerd only supports GET_OR_CREATE mode for getting actor stubs');
}
