import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  open() {
    for (const tag of ['1', '2', '3']) {
      const { 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server, [tag, 'all']);
    }
  }
  same() {
    const [one, two] = [this.ctx.getWebSockets(), this.ctx.getWebSockets()];
    return [one === two, one[0] === two[0], one[0] === this.ctx.getWebSockets('3')[0]];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.open();
  assert.deepEqual(await object.same(), [false, true, true]);
}
