import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('x'.repeat(1024)).ownName(), 'x'.repeat(1024));
  assert.equal(await env.OBJECTS.getByName('x'.repeat(1025)).ownName(), undefined);
  assert.equal(await env.OBJECTS.getByName('é'.repeat(513)).ownName(), undefined);
  assert.equal(env.OBJECTS.getByName('x'.repeat(1025)).name.length, 1025);
}
