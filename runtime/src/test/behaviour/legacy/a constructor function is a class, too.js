export const Subject = function (state) {
  this.fetch = () => new Response(`${state.id.name} ${this instanceof Subject}`);
};

export async function behaviour(assert, env) {
  const text = async (name) => (await env.OBJECTS.getByName(name).fetch('http://host/')).text();

  assert.equal(await text('a'), 'a true');
}
