import { DurableObject, WorkerEntrypoint, env as imported, exports, withEnv, withExports } from 'cloudflare:workers';

export class Subject extends DurableObject {

}

export async function behaviour(assert, env, ctx) {
  assert.equal(withExports({ A: 1 }, () => `${exports.A} ${exports.Subject}`), '1 undefined');
  assert.equal(exports.A, undefined);
  assert.equal(typeof exports.Subject.idFromName, 'function');
}
