import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  for (const name of ['DurableObjectNamespace', 'DurableObjectId', 'DurableObjectStub', 'DurableObjectState', 'Fetcher']) {
    assert.equal(typeof globalThis[name], 'undefined');
  }
}
