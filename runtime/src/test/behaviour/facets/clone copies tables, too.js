import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {
  make() {
    this.ctx.storage.sql.exec('CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (5)');
  }
  read() {
    return this.ctx.storage.sql.exec('SELECT n FROM t').one().n;
  }
}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  async run() {
    await this.facet('source').make();
    this.ctx.facets.clone('source', 'target');
    return this.facet('target').read();
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.run(), 5);
}
