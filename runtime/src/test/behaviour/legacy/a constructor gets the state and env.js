export class Subject {
  constructor(...args) {
    this.seen = [args.length, args[0].constructor.name, typeof args[1].OBJECTS.get];
  }
  fetch(...args) {
    return Response.json([...this.seen, args[0] instanceof Request]);
  }
}

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), '[2,"DurableObjectState","function",true]');
}
