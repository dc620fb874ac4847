//! {"compatibility_date": "2026-03-01"}
export async function behaviour(assert, env) {
  await assert.rejects(
    env.QUEUE.send('x'.repeat(128_000), { contentType: 'json' }),
    'Error',
    'Queue send failed: message length of 128002 bytes exceeds limit of 128000'
  );
  await assert.rejects(
    env.QUEUE.sendBatch(Array.from({ length: 101 }, () => ({ body: 1 }))),
    'Error',
    'Queue sendBatch failed: batch message count of 101 exceeds limit of 100'
  );
  await assert.rejects(
    env.QUEUE.sendBatch(Array.from({ length: 3 }, () => ({ body: 'x'.repeat(100_000) }))),
    'Error',
    'Queue sendBatch failed: batch size of 300006 bytes exceeds limit of 288000'
  );
}
