let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}
const seen = [];

export default {
  queue(batch) {
    for (const message of batch.messages) {
      seen.push(`${message.body}${message.attempts}`);
      if (message.body === 'b' && message.attempts === 1) message.retry();
      else message.ack();
      if (message.attempts === 2) arrived(message.id);
    }
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch([{ body: 'a' }, { body: 'b' }]);
  await arrival();
  assert.deepEqual(seen, ['a1', 'b1', 'b2']);
}
