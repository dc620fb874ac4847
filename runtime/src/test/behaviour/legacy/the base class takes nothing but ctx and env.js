import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    if (ctx.id.name === 'none') super();
    else if (ctx.id.name === 'ctx') super(ctx);
    else super(env, ctx);
  }
  hello() {}
}

export async function behaviour(assert, env) {
  const first = "Failed to construct 'DurableObjectBase': constructor parameter 1 is not of type 'DurableObjectState'.";
  const second = "Failed to construct 'DurableObjectBase': constructor parameter 2 is not of type 'Object'.";
  await assert.rejects(env.OBJECTS.getByName('none').hello(), 'TypeError', first);
  await assert.rejects(env.OBJECTS.getByName('ctx').hello(), 'TypeError', second);
  await assert.rejects(env.OBJECTS.getByName('exchanged').hello(), 'TypeError', first);
  assert.throws(() => new Subject({ id: { name: 'x' } }, env), 'TypeError', first);
}
