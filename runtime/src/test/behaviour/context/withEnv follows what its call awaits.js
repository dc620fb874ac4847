import { DurableObject, WorkerEntrypoint, env as imported, exports, withEnv, withExports } from 'cloudflare:workers';

export class Subject extends DurableObject {

}

export async function behaviour(assert, env, ctx) {
  const later = withEnv({ A: 2 }, async () => {
    await scheduler.wait(1);
    return imported.A;
  });
  assert.equal(imported.A, undefined);
  assert.equal(await later, 2);
}
