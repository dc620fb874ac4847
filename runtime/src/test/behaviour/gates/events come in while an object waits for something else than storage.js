import { DurableObject } from 'cloudflare:workers';

const CALLS = 3;

export class Subject extends DurableObject {
  begun = 0;

  async slow() {
    const n = (await this.ctx.storage.get('n')) ?? 0;
    // Goes on when all calls have come this far.
    this.meeting ??= Promise.withResolvers();
    if (++this.begun === CALLS) this.meeting.resolve();
    await this.meeting.promise;
    await this.ctx.storage.put('n', n + 1);
  }
  get() {
    return this.ctx.storage.get('n');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await Promise.all(Array.from({ length: CALLS }, () => stub.slow()));
  assert.equal(await stub.get(), 1);
}
