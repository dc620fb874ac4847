import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  // Recorded from workerd, for the class Subject of a worker named test.
  const vectors = {
    a: '36bcb20a58abfd5fa6764331f035ccb8c5e30e7917db6bfdd7f66dba210ec3f7',
    '': '03f1c79ac53642813a76accbfa8f337eb422028a0bfbe175c77e5e54d8cdc0e1',
    'é漢😀': '6498e515e7306f93bbecc3c78c5d52174751c9becbbc6abaca51666f63ec5dac',
    'a\0b': 'ed556a2f0e954273db1a2dc5dd1c4f9a6d5fe1687aececfb0931e7357a1b8755',
  };
  for (const [name, hex] of Object.entries(vectors)) assert.equal(env.OBJECTS.idFromName(name).toString(), hex);
  const long = 'x'.repeat(5000);
  assert.equal(
    env.OBJECTS.idFromName(long).toString(),
    'e52f26e2d1392ef4d89908e0989f5fdad1e34e3577a412e3f4f3dc3ad8522394'
  );
}
