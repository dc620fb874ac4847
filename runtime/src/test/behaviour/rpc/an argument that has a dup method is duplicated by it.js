import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  #name;
  constructor(name) {
    super();
    this.#name = name;
  }
  get name() {
    return this.#name;
  }
  dup() {
    return new Target(`copy of ${this.#name}`);
  }
}

class Wrong extends RpcTarget {
  dup() {
    return {};
  }
}

export class Subject extends DurableObject {
  async ask(target) {
    return await target.name;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const original = new Target('original');
  assert.equal(await stub.ask(original), 'copy of original');
  await assert.rejects(
    stub.ask(new Wrong()),
    'DataCloneError',
    "Couldn't create a stub for the RcpTarget because it has a dup() method which did not return another " +
      'RpcTarget. Either remove the dup() method or make sure it returns an RpcTarget.'
  );
}
