const seen = [];
let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  queue(batch) {
    for (const message of batch.messages) seen.push(message.body);
    batch.ackAll();
    batch.messages[0].retry();
    if (seen.includes('last')) arrived();
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.send('first');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await env.QUEUE.send('last');
  await arrival();
  assert.deepEqual(seen, ['first', 'last']);
}
