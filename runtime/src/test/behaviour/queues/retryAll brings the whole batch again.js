let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  queue(batch) {
    if (batch.messages[0].attempts === 1) batch.retryAll();
    else arrived(batch.messages.length);
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch([{ body: 'a' }, { body: 'b' }]);
  assert.equal(await arrival(), 2);
}
