const seen = [];

export default {
  queue(batch) {
    for (const message of batch.messages) seen.push(message.body);
  },
};

export async function behaviour(assert, env) {
  await env.LATE.send('by the configuration');
  await env.QUEUE.send('by its own', { delaySeconds: 600 });
  await env.QUEUE.send('now');
  while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(seen, ['now']);
}
