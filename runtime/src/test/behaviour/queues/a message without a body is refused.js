export async function behaviour(assert, env) {
  await assert.rejects(env.QUEUE.send(undefined), 'TypeError', 'Message body cannot be undefined');
  await assert.rejects(env.QUEUE.sendBatch([{}]), 'TypeError', 'Message body cannot be undefined');
  await assert.rejects(env.QUEUE.sendBatch([]), 'TypeError', 'sendBatch() requires at least one message');
}
