export class Subject {
  fetch = () => new Response('own');
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'own');
}
