export async function behaviour(assert, env) {
  const { KV } = env;
  const failure = 'KV GET_BULK failed: 400 ';
  await assert.rejects(KV.get([]), 'Error', `${failure}You must request a minimum of 1 key`);
  await assert.rejects(
    KV.get(Array.from({ length: 101 }, (_, i) => `k${i}`)),
    'Error',
    `${failure}You can request a maximum of 100 keys`
  );
  await assert.rejects(
    KV.get(['k'], 'arrayBuffer'),
    'Error',
    `${failure}"arrayBuffer" is not a valid type. Use "json" or "text"`
  );
  await KV.put('k', 'hello');
  await assert.rejects(
    KV.get(['k'], 'json'),
    'Error',
    `${failure}At least one of the requested keys corresponds to a non-json value`
  );
}
