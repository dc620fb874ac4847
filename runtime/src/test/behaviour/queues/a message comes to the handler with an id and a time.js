let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  queue(batch, env, ctx) {
    arrived({ batch, env, ctx });
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.send({ hello: ['world'] });
  const { batch, env: seen, ctx } = await arrival();
  assert.equal(batch.queue, 'jobs');
  assert.equal(batch.messages.length, 1);
  const [message] = batch.messages;
  assert(/^[0-9a-f]{32}$/.test(message.id));
  assert(message.timestamp instanceof Date);
  assert(Math.abs(message.timestamp - Date.now()) < 60_000);
  assert.deepEqual(message.body, { hello: ['world'] });
  assert.equal(message.attempts, 1);
  assert.equal(typeof seen.QUEUE.send, 'function');
  assert.equal(typeof ctx.waitUntil, 'function');
}
