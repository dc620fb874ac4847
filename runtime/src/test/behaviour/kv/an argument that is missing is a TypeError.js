export async function behaviour(assert, env) {
  assert.throws(
    () => env.KV.get(),
    'TypeError',
    "Failed to execute 'get' on 'KvNamespace': parameter 1 is not of type 'string or Array'."
  );
  await assert.rejects(
    env.KV.put('a'),
    'TypeError',
    "Failed to execute 'put' on 'KvNamespace': parameter 2 is not of type 'string or Object'."
  );
}
