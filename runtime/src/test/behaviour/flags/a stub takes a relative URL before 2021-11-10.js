//! {"compatibility_date": "2021-11-09"}
export class Subject {
  fetch(request) {
    return new Response(request.url);
  }
}
export async function behaviour(assert, env) {
  const stub = env.OBJECTS.get(env.OBJECTS.idFromName('a'));
  assert.equal(await (await stub.fetch('/path')).text(), 'https://fake-host/path');
}
