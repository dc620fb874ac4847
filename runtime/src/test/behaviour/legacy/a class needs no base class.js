export class Subject {
  constructor(state, env) {
    this.state = state;
    this.env = env;
  }
  async fetch() {
    const count = ((await this.state.storage.get('count')) ?? 0) + 1;
    await this.state.storage.put('count', count);
    return new Response(`${this.state.id.name} ${count} ${Object.keys(this.env)}`);
  }
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'a 1 OBJECTS');
  assert.equal(await text('a'), 'a 2 OBJECTS');
}
