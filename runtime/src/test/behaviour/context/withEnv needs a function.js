import { DurableObject, WorkerEntrypoint, env as imported, exports, withEnv, withExports } from 'cloudflare:workers';

export class Subject extends DurableObject {

}

export async function behaviour(assert, env, ctx) {
  const message = (name) => `Failed to execute '${name}' on 'EnvModule': parameter 2 is not of type 'function'.`;
  assert.throws(() => withEnv({}), 'TypeError', message('withEnv'));
  assert.throws(() => withEnv({}, 5), 'TypeError', message('withEnv'));
  assert.throws(() => withExports({}), 'TypeError', message('withExports'));
}
