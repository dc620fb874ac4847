import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  #ctx;
  constructor(ctx) {
    super();
    this.#ctx = ctx;
  }
  ping() {
    return 'pong';
  }
  hang() {
    return new Promise(() => {});
  }
  abort() {
    this.#ctx.abort('enough');
  }
}

export class Subject extends DurableObject {
  target() {
    return new Target(this.ctx);
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const target = await stub.target();
  assert.equal(await target.ping(), 'pong');
  const hanging = target.hang();
  await assert.rejects(target.abort(), 'Error', 'enough');
  await assert.rejects(hanging, 'Error', 'enough');
  await assert.rejects(
    target.ping(),
    'Error',
    'The execution context which hosts this callback is no longer running.'
  );
}
