export async function behaviour(assert, env) {
  const { KV } = env;
  await assert.rejects(KV.get(''), 'TypeError', 'Key name cannot be empty.');
  await assert.rejects(KV.get('.'), 'TypeError', '"." is not allowed as a key name.');
  await assert.rejects(KV.put('..', 'x'), 'TypeError', '".." is not allowed as a key name.');
  await assert.rejects(KV.delete(''), 'TypeError', 'Key name cannot be empty.');
  for (const key of ['a/b', 'a b', 'ü?&=%', '...', ' ', '👋']) {
    await KV.put(key, key);
    assert.equal(await KV.get(key), key);
  }
}
