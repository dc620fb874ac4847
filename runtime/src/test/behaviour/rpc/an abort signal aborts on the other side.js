//! {"compatibility_flags": ["enable_abortsignal_rpc"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  waitFor(signal) {
    return new Promise((resolve) => {
      if (signal.aborted) resolve(signal.reason.message);
      signal.addEventListener('abort', () => resolve(signal.reason.message));
    });
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const controller = new AbortController();
  const waiting = stub.waitFor(controller.signal);
  controller.abort(new Error('stop it'));
  assert.equal(await waiting, 'stop it');
  assert.equal(await stub.waitFor(AbortSignal.abort(new Error('before'))), 'before');
}
