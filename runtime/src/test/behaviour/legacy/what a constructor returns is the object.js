export class Subject {
  constructor(state) {
    return { fetch: () => new Response(`returned for ${state.id.name}`) };
  }
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'returned for a');
}
