class Base {
  fetch() {
    return new Response(this.word());
  }
}
export class Subject extends Base {
  word() {
    return 'inherited';
  }
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'inherited');
}
