import { env as imported } from 'cloudflare:workers';

const atTheTop = imported.TEXT;

export async function behaviour(assert, env) {
  assert.equal(imported.TEXT, 'hello');
  assert.equal(atTheTop, 'hello');
  assert.equal(imported.POINTS, env.POINTS);
}
