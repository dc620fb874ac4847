import { eventually } from './eventually.js';

export class Subject {
  constructor(state) {
    this.storage = state.storage;
  }
  async fetch(request) {
    if (request.url.endsWith('/set')) await this.storage.setAlarm(Date.now());
    return new Response((await this.storage.get('ran')) ?? '');
  }
  async alarm() {
    await this.storage.put('ran', 'yes');
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.fetch('http://object/set');
  assert.equal(await eventually(async () => (await object.fetch('http://object/')).text()), 'yes');
}
