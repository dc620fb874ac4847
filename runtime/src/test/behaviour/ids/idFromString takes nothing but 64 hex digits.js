import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const { OBJECTS } = env;
  const refused = (text) =>
    assert.throws(() => OBJECTS.idFromString(text), 'TypeError', 'Invalid Durable Object ID: must be 64 hex digits');
  refused('');
  refused('abc');
  refused(null);
  refused('g'.repeat(64));
  refused(`${OBJECTS.idFromName('a')}00`);
  refused(` ${OBJECTS.idFromName('a').toString().slice(1)}`);
  assert.throws(
    () => OBJECTS.idFromString(),
    'TypeError',
    "Failed to execute 'idFromString' on 'DurableObjectNamespace': parameter 1 is not of type 'string'."
  );
}
