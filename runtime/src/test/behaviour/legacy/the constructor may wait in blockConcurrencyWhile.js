import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.blockConcurrencyWhile(async () => {
      await scheduler.wait(5);
      if (ctx.id.name === 'failing') throw new RangeError('late failure');
      this.word = 'ready';
    });
  }
  hello() {
    return this.word;
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('a').hello(), 'ready');
  await assert.rejects(env.OBJECTS.getByName('failing').hello(), 'RangeError', 'late failure');
}
