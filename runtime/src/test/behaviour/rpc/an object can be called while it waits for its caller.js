import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  askThrough(other, n) {
    return other.answer(this.env.OBJECTS.getByName('x'), n);
  }
  answer(asker, n) {
    return asker.finish(n);
  }
  finish(n) {
    return `${this.ctx.id.name ?? 'x'} got ${n}`;
  }
  async cycle(n) {
    if (n === 0) return 0;
    const name = this.ctx.id.name === 'x' ? 'y' : 'x';
    return this.env.OBJECTS.getByName(name).cycle(n - 1);
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const other = env.OBJECTS.getByName('y');
  assert.equal(await stub.askThrough(other, 3), 'x got 3');
  assert.equal(await stub.cycle(4), 0);
}
