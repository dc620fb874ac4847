export class Subject {
  get fetch() {
    return function () {
      return new Response(`getter ${this instanceof Subject}`);
    };
  }
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'getter true');
}
