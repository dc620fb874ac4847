import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const date = new Date(7);
  const shared = { name: 'shared' };
  const sent = {
    date, map: new Map([['k', 1n]]), set: new Set([1]), bytes: new Uint8Array([1, 2]), regExp: /x/gi,
    nothing: undefined, nil: null, nan: NaN, first: shared, second: shared,
  };
  sent.self = sent;
  const got = await stub.echo(sent);
  assert.equal(got.date.getTime(), 7);
  assert(got.map instanceof Map && got.map.get('k') === 1n);
  assert(got.set instanceof Set && got.set.has(1));
  assert.deepEqual(got.bytes, new Uint8Array([1, 2]));
  assert.equal(String(got.regExp), '/x/gi');
  assert('nothing' in got && got.nothing === undefined && got.nil === null && Number.isNaN(got.nan));
  assert.equal(got.first, got.second);
  assert.equal(got.self, got);
  assert(got !== sent && got.first !== shared);
}
