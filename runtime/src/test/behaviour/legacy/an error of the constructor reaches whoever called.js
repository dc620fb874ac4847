export class Subject {
  constructor(state) {
    throw state.id.name === 'text' ? 'a string' : new RangeError('no constructor');
  }
  fetch() {}
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('a').fetch('http://host/'), 'RangeError', 'no constructor');
  await assert.rejects(env.OBJECTS.getByName('text').fetch('http://host/'), 'Error', 'a string');
}
