import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  later(callback) {
    const kept = callback.dup();
    this.ctx.waitUntil(scheduler.wait(5).then(() => kept('done')));
  }
}

export async function behaviour(assert, env, ctx) {
  const seen = Promise.withResolvers();
  await env.NAMED.later(seen.resolve);
  assert.equal(await seen.promise, 'done');
}
