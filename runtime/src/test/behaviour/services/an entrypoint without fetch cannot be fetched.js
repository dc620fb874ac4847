import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  await assert.rejects(env.NAMED.fetch('http://x/'), 'Error', 'Handler does not export a fetch() function.');
}
