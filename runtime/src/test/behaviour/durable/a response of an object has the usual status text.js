export class Subject {
  async fetch(request) {
    return new Response('x', { status: Number(new URL(request.url).pathname.slice(1)) });
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  for (const [status, text] of [[200, 'OK'], [404, 'Not Found'], [299, 'Successful'], [499, 'Client Error']]) {
    const response = await object.fetch(`http://object/${status}`);
    assert.equal(response.statusText, text);
    assert.equal(new Response(response.body, response).statusText, text);
  }
}
