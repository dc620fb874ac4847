//! {"$variants": ["disk"]}
import { DurableObject, WorkerEntrypoint, env as bindings } from 'cloudflare:workers';
import { connect } from 'cloudflare:sockets';

export class Subject extends DurableObject {}
export class Other extends WorkerEntrypoint {
  greet() {
    return 'hello';
  }
}

const outcomes = {};

/** Notes how an attempt ends that is made while the module is evaluated. */
async function attempt(name, action) {
  try {
    await action();
    outcomes[name] = 'done';
  } catch (error) {
    outcomes[name] = `${error.name}: ${error.message}`;
  }
}

const times = [Date.now(), new Date().getTime(), performance.now()];

export async function behaviour(assert, env) {
  assert.deepEqual(times, [0, 0, 0]);
  assert(Date.now() > 0);
}
