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

attempt('getRandomValues', () => crypto.getRandomValues(new Uint8Array(1)));
attempt('randomUUID', () => crypto.randomUUID());
attempt('generateKey', () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']));
attempt('digest', () => crypto.subtle.digest('SHA-256', new Uint8Array(1)));
attempt('Math.random', () => Math.random());

export async function behaviour(assert, env) {
  const DISALLOWED =
    'Error: Disallowed operation called within global scope. Asynchronous I/O (ex: fetch() or connect()), setting a ' +
    'timeout, and generating random values are not allowed within global scope. To fix this error, perform this ' +
    'operation within a handler. https://developers.cloudflare.com/workers/runtime-apis/handlers/';
  assert.equal(outcomes.getRandomValues, DISALLOWED);
  assert.equal(outcomes.randomUUID, DISALLOWED);
  assert.equal(outcomes.generateKey, DISALLOWED);
  assert.equal(outcomes.digest, 'done');
  assert.equal(outcomes['Math.random'], 'done');
}
