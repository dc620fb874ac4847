export async function behaviour(assert, env) {
  await env.BUCKET.put('k', '0123456789');
  const get = async (range) => {
    const object = await env.BUCKET.get('k', { range });
    return `${await object.text()} ${JSON.stringify(object.range)} ${object.size}`;
  };
  assert.equal(await get({ offset: 2 }), '23456789 {"offset":2,"length":8} 10');
  assert.equal(await get({ offset: 2, length: 3 }), '234 {"offset":2,"length":3} 10');
  assert.equal(await get({ length: 3 }), '012 {"offset":0,"length":3} 10');
  assert.equal(await get({ suffix: 4 }), '6789 {"offset":6,"length":4} 10');
  assert.equal(await get({ offset: 8, length: 30 }), '89 {"offset":8,"length":2} 10');
  assert.equal(await get({ suffix: 30 }), '0123456789 {"offset":0,"length":10} 10');
}
