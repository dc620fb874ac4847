import { DurableObject } from 'cloudflare:workers';

class Base extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    this.word = 'base';
  }
  inherited() {
    return this.word;
  }
  replaced() {
    return 'base';
  }
}
const Mixin = (Class) =>
  class extends Class {
    mixed() {
      return `mixed ${this.inherited()}`;
    }
  };
export class Subject extends Mixin(Base) {
  replaced() {
    return `${super.replaced()} and more`;
  }
}
Subject.prototype.added = function () {
  return `added ${this.word}`;
};

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.inherited(), 'base');
  assert.equal(await stub.mixed(), 'mixed base');
  assert.equal(await stub.replaced(), 'base and more');
  assert.equal(await stub.added(), 'added base');
}
