//! {"compatibility_date": "2021-11-10"}
export class Subject {
  fetch(request) {
    return new Response(request.url);
  }
}
export async function behaviour(assert, env) {
  const stub = env.OBJECTS.get(env.OBJECTS.idFromName('a'));
  await assert.rejects((async () => stub.fetch('/path'))(), 'TypeError');
}
