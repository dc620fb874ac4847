import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  ownName() {
    return this.ctx.id.name;
  }
}
export class Other extends DurableObject {}

export async function behaviour(assert, env) {
  const { OBJECTS } = env;
  assert.equal(await OBJECTS.getByName('one').ownName(), 'one');
  assert.equal(await OBJECTS.get(OBJECTS.idFromName('two')).ownName(), 'two');
  assert.equal(await OBJECTS.get(OBJECTS.newUniqueId()).ownName(), undefined);
  const digits = OBJECTS.idFromName('three').toString();
  assert.equal(await OBJECTS.get(OBJECTS.idFromString(digits)).ownName(), undefined);
}
