import inner from '#inner';
import condition from '#cond';

export async function behaviour(assert, env, ctx) {
  assert.equal(inner, 'inner');
  assert.equal(condition, 'workerd');
}
