//! {"alias": {"pretended": "./lib/inner.js"}}
import inner from 'pretended';

export async function behaviour(assert, env, ctx) {
  assert.equal(inner, 'inner');
}
