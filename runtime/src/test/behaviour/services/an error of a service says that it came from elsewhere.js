import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fail() {
    throw Object.assign(new Error('failed'), { code: 7 });
  }
}

export async function behaviour(assert, env, ctx) {
  let error;
  try {
    await env.NAMED.fail();
  } catch (e) {
    error = e;
  }
  assert.equal(error.message, 'failed');
  assert.equal(error.code, 7);
  assert.equal(error.remote, true);
  assert.equal(error.durableObjectId, undefined);
}
