let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}
let attempts = 0;
let id;

export default {
  queue(batch) {
    const [message] = batch.messages;
    if (batch.queue === 'dead') {
      arrived(message);
      return;
    }
    attempts++;
    id = message.id;
    message.retry();
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.send({ poison: true });
  const message = await arrival();
  assert.equal(attempts, 2);
  assert.equal(message.id, id);
  assert.equal(message.attempts, 1);
  assert.deepEqual(message.body, { poison: true });
}
