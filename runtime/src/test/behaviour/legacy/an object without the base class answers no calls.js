export class Subject {
  fetch() {
    return new Response('ok');
  }
  hello() {}
  alarm() {}
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const message =
    'The receiving Durable Object does not support RPC, because its class was not declared with `extends DurableObject`. ' +
    'In order to enable RPC, make sure your class extends the special class `DurableObject`, which can be imported ' +
    'from the module "cloudflare:workers".';
  await assert.rejects(stub.hello(), 'TypeError', message);
  await assert.rejects(stub.alarm(), 'TypeError', message);
  await assert.rejects((async () => await stub.property)(), 'TypeError', message);
  assert.equal(await (await stub.fetch('http://host/')).text(), 'ok');
}
