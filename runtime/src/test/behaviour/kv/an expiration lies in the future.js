export async function behaviour(assert, env) {
  const { KV } = env;
  const now = Math.floor(Date.now() / 1000);
  await KV.put('ttl', 'x', { expirationTtl: 60 });
  await KV.put('at', 'x', { expiration: now + 3600 });
  assert.equal(await KV.get('ttl'), 'x');
  const { keys } = await KV.list();
  assert.equal(keys[0].name, 'at');
  assert.equal(keys[0].expiration, now + 3600);
  assert(keys[1].expiration >= now + 60 && keys[1].expiration <= now + 120);
  await assert.rejects(
    KV.put('k', 'x', { expirationTtl: 10 }),
    'Error',
    'KV PUT failed: 400 Invalid expiration_ttl of 10. Expiration TTL must be at least 60.'
  );
  await assert.rejects(
    KV.put('k', 'x', { expirationTtl: 0 }),
    'Error',
    'KV PUT failed: 400 Invalid expiration_ttl of 0. Please specify integer greater than 0.'
  );
  await assert.rejects(
    KV.put('k', 'x', { expiration: 10 }),
    'Error',
    'KV PUT failed: 400 Invalid expiration of 10. Please specify integer greater than the current number of seconds since the UNIX epoch.'
  );
  await assert.rejects(
    KV.put('k', 'x', { expiration: now + 30 }),
    'Error',
    `KV PUT failed: 400 Invalid expiration of ${now + 30}. Expiration times must be at least 60 seconds in the future.`
  );
}
