export class Subject {
  async fetch(request) {
    return new URL(request.url).pathname === '/text' ? 'text' : undefined;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const message = "Incorrect type for Promise: the Promise did not resolve to 'Response'.";
  await assert.rejects(stub.fetch('http://host/text'), 'TypeError', message);
  await assert.rejects(stub.fetch('http://host/nothing'), 'TypeError', message);
}
