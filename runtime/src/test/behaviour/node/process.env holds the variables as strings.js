//! {"vars": {"NAME": "durascope", "LIMITS": {"max": 3}}}
import { env } from 'node:process';

export async function behaviour(assert) {
  assert.equal(process.env.NAME, 'durascope');
  assert.equal(env.LIMITS, '{"max":3}');
  process.env.NUMBER = 5;
  assert.equal(process.env.NUMBER, '5');
  assert.equal('MISSING' in process.env, false);
  delete process.env.NUMBER;
  assert.equal(process.env.NUMBER, undefined);
}
