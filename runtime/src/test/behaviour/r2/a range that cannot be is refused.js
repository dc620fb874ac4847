export async function behaviour(assert, env) {
  await env.BUCKET.put('k', '0123456789');
  const get = (range) => env.BUCKET.get('k', { range });
  await assert.rejects(get({ offset: 11 }), 'Error', 'get: The requested range is not satisfiable (10039)');
  await assert.rejects(
    get({ offset: -1 }),
    'RangeError',
    'Invalid range. Starting offset (-1) must be greater than or equal to 0.'
  );
  await assert.rejects(
    get({ length: 1.5 }),
    'RangeError',
    'Invalid range. Length (1.5) must be an integer, not floating point.'
  );
  await assert.rejects(get({ suffix: 1, offset: 1 }), 'TypeError', 'Suffix is incompatible with offset.');
}
