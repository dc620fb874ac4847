
export class Subject {
  greet() {}
  fetch() {
    return new Response('fetched');
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');
  assert.equal(await (await stub.fetch('http://x/')).text(), 'fetched');
  await assert.rejects(
    stub.greet(),
    'TypeError',
    'The receiving Durable Object does not support RPC, because its class was not declared with `extends ' +
      'DurableObject`. In order to enable RPC, make sure your class extends the special class ' +
      '`DurableObject`, which can be imported from the module "cloudflare:workers".'
  );
}
