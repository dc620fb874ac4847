import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write(...millis) {
    this.ctx.setHibernatableWebSocketEventTimeout(...millis);
  }
  read() {
    return this.ctx.getHibernatableWebSocketEventTimeout();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  for (const [given, kept] of [[1.7, 1], ['5', 5], [true, 1], [604_800_000, 604_800_000]]) {
    await object.write(given);
    assert.equal(await object.read(), kept);
  }
  for (const given of ['abc', NaN, Infinity, {}]) {
    const message = 'The value cannot be converted because it is not an integer.';
    await assert.rejects(object.write(given), 'TypeError', message);
  }
  await assert.rejects(
    object.write(-1),
    'TypeError',
    'The value cannot be converted because it is negative and this API expects a positive number.'
  );
  const tooLarge = 'Value out of range. Must be less than or equal to 4294967295.';
  await assert.rejects(object.write(2 ** 32), 'TypeError', tooLarge);
}
