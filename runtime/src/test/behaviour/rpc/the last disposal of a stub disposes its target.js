import { DurableObject, RpcTarget, RpcStub } from 'cloudflare:workers';

class Target extends RpcTarget {
  disposed = false;
  constructor() {
    super();
    this.done = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
  [Symbol.dispose]() {
    this.disposed = true;
    this.resolve();
  }
}

export class Subject extends DurableObject {}

export async function behaviour(assert, env, ctx) {
  const target = new Target();
  const first = new RpcStub(target);
  const second = first.dup();
  first[Symbol.dispose]();
  await scheduler.wait(10);
  assert.equal(target.disposed, false);
  second[Symbol.dispose]();
  await target.done;
  assert.equal(target.disposed, true);
}
