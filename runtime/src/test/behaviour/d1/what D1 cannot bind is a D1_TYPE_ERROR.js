export async function behaviour(assert, env) {
  const { DB } = env;
  for (const [value, message] of [
    [undefined, "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'"],
    [1n, "D1_TYPE_ERROR: Type 'bigint' not supported for value '1'"],
    [{}, "D1_TYPE_ERROR: Type 'object' not supported for value '[object Object]'"],
  ]) {
    assert.throws(() => DB.prepare('SELECT ?').bind(value), 'Error', message);
  }
}
