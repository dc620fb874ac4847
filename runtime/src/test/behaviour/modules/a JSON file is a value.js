import data, { answer } from './data.json';
import again from './data.json' with { type: 'json' };

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(data, { answer: 42, list: [1, 2] });
  assert.equal(answer, 42);
  assert.deepEqual(again, data);
}
