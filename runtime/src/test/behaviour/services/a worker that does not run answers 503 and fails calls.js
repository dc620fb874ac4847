//! {"services": [{"binding": "GONE", "service": "elsewhere"}]}
import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  const words = 'Worker "elsewhere" not found. Make sure it is running locally.';
  const response = await env.GONE.fetch('http://x/');
  assert.equal(response.status, 503);
  assert.equal(await response.text(), words);
  await assert.rejects(env.GONE.greet(), 'Error', words);
}
