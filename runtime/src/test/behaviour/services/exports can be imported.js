import { WorkerEntrypoint, exports } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  greet(name) {
    return `Hello, ${name}`;
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(await exports.Named.greet('Ada'), 'Hello, Ada');
  assert('Named' in exports);
}
