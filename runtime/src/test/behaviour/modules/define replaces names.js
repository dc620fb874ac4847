//! {"define": {"BUILD": "\"7\"", "FLAGS.debug": "true"}}

export async function behaviour(assert, env, ctx) {
  assert.equal(BUILD, '7');
  assert.equal(FLAGS.debug, true);
}
