let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}
const all = [];

export default {
  queue(batch) {
    all.push(...batch.messages);
    if (all.length === 4) arrived();
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch([
    { body: { a: new Date(0) } },
    { body: 'text', contentType: 'text' },
    { body: new Uint8Array([1, 2, 3]).subarray(1), contentType: 'bytes' },
    { body: { map: new Map([[1, 2]]), date: new Date(0) }, contentType: 'v8' },
  ]);
  await arrival();
  assert.deepEqual(all[0].body, { a: '1970-01-01T00:00:00.000Z' });
  assert.equal(all[1].body, 'text');
  assert.deepEqual([...new Uint8Array(all[2].body)], [2, 3]);
  assert(all[3].body.map instanceof Map);
  assert.equal(all[3].body.map.get(1), 2);
  assert.equal(all[3].body.date.getTime(), 0);
}
