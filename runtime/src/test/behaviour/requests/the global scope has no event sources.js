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

attempt('EventSource', () => new EventSource('http://127.0.0.1:1/'));

export async function behaviour(assert, env) {
  assert.equal(
    outcomes.EventSource,
    'NotSupportedError: An EventSource can only be created within the context of a worker request.'
  );
}
