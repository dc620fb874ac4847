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

function* messages() {
  yield { body: 'a' };
  yield { body: 'b' };
}

export async function behaviour(assert, env) {
  await env.QUEUE.sendBatch(messages());
  assert.deepEqual(await arrival(), ['a', 'b']);
}
