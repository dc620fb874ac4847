import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  open() {
    const { 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
  }
  write(value) {
    this.ctx.getWebSockets()[0].serializeAttachment(value);
  }
  read() {
    return this.ctx.getWebSockets()[0].deserializeAttachment();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.open();
  assert.equal(await object.read(), null);
  await object.write({ name: 'ada', since: new Date(5), tags: new Set(['x']) });
  assert.deepEqual(await object.read(), { name: 'ada', since: new Date(5), tags: new Set(['x']) });
  await object.write(7);
  assert.equal(await object.read(), 7);
  await object.write(undefined);
  assert.equal(await object.read(), undefined);
}
