let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  queue(batch) {
    arrived(batch.messages.map((message) => message.body));
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch([{ body: 1 }, { body: 2 }, { body: 3 }]);
  assert.deepEqual(await arrival(), [1, 2, 3]);
}
