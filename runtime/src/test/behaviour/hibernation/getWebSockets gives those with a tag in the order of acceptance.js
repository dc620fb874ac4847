import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  open() {
    for (const tag of ['1', '2', '3']) {
      const { 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server, [tag, 'all']);
    }
  }
  get(tag) {
    return this.ctx.getWebSockets(tag).map((socket) => this.ctx.getTags(socket)[0]);
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.open();
  assert.deepEqual(await object.get('all'), ['1', '2', '3']);
  assert.deepEqual(await object.get('2'), ['2']);
  assert.deepEqual(await object.get(2), ['2']);
  assert.deepEqual(await object.get('none'), []);
  assert.deepEqual(await object.get(''), []);
  assert.deepEqual(await object.get(null), []);
  assert.deepEqual(await object.get(undefined), ['3', '2', '1']);
}
