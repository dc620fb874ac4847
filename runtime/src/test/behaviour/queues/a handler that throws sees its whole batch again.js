let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  async queue(batch) {
    if (batch.messages[0].attempts === 1) throw new Error('not now');
    arrived(batch.messages.map((message) => `${message.body}${message.attempts}`));
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch([{ body: 'a' }, { body: 'b' }]);
  assert.deepEqual((await arrival()).sort(), ['a2', 'b2']);
}
