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
  await object.write('x'.repeat(16_378));
  assert.equal((await object.read()).length, 16_378);
  await assert.rejects(
    object.write('x'.repeat(16_384)),
    'Error',
    "A WebSocket 'attachment' cannot be larger than 16384 bytes.'attachment' was 16390 bytes."
  );
  assert.equal((await object.read()).length, 16_378);
}
