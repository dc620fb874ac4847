import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  relay(service, callback) {
    return service.run(callback);
  }
}

export default {
  run(callback) {
    return callback(41);
  },
};

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.NAMED.relay(env.SELF, (n) => n + 1), 42);
}
