import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch() {
    throw new RangeError('too far');
  }
}

export async function behaviour(assert, env, ctx) {
  await assert.rejects(env.NAMED.fetch('http://x/'), 'RangeError', 'too far');
}
