export class Subject {
  static fetch() {
    return new Response('static');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('a').fetch('http://host/'), 'Error', 'Handler does not export a fetch() function.');
}
