let outcome;
const arrived = (value) => (outcome = { value });

// One event cannot wait for another one's promise: it looks again and again.
async function arrival() {
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome.value;
}

export default {
  queue(batch) {
    arrived(batch);
  },
};

export async function behaviour(assert, env) {
  await env.QUEUE.send(1);
  const batch = await arrival();
  assert.equal(batch.constructor.name, 'QueueController');
  assert.equal(batch.messages[0].constructor.name, 'QueueMessage');
  assert.equal(batch.metadata.metrics.backlogCount, 0);
  assert.equal(env.QUEUE.constructor.name, 'WorkerQueue');
}
