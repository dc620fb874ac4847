import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  constructor(ctx) {
    if (ctx.id.name === 'other') super(ctx, {});
  }
  hello() {}
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('a').hello(), 'ReferenceError');
}
