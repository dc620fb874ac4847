import { DurableObject, WorkerEntrypoint, env as imported, exports, withEnv, withExports } from 'cloudflare:workers';

export class Subject extends DurableObject {

}

export async function behaviour(assert, env, ctx) {
  assert.equal(withEnv({ A: 1 }, () => imported.A), 1);
  assert.equal(imported.A, undefined);
  assert.equal(withEnv({ A: 1 }, () => Object.keys(imported).join()), 'A');
  assert.equal(withEnv({}, () => 'what the call gives'), 'what the call gives');
  assert.equal(withEnv({ A: 1 }, () => withEnv({ B: 2 }, () => `${imported.A} ${imported.B}`)), 'undefined 2');
  assert.throws(
    () =>
      withEnv({}, () => {
        throw new RangeError('inside');
      }),
    'RangeError',
    'inside'
  );
}
