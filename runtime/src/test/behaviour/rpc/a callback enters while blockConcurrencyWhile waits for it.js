import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  blocking(echo) {
    return this.ctx.blockConcurrencyWhile(async () => {
      const callback = () => 12345;
      return await echo.callBack(callback);
    });
  }
  async callBack(callback) {
    return await callback();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const echo = env.OBJECTS.getByName('echo');
  assert.equal(await stub.blocking(echo), 12345);
}
