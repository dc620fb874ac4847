import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  write(n, fails) {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS t (n)');
    this.ctx.storage.put('n', n);
    this.ctx.storage.sql.exec('DELETE FROM t');
    this.ctx.storage.sql.exec('INSERT INTO t VALUES (?)', n);
    this.ctx.storage.setAlarm(4_000_000_000_000 + n);
    this.ctx.storage.delete('gone');
    if (fails) this.ctx.abort('enough');
  }
  async read() {
    return [await this.ctx.storage.get('n'), this.ctx.storage.sql.exec('SELECT n FROM t').one().n, await this.ctx.storage.getAlarm()];
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('x').write(1, false);
  await assert.rejects(env.OBJECTS.getByName('x').write(2, true), 'Error', 'enough');
  assert.deepEqual(await env.OBJECTS.getByName('x').read(), [1, 1, 4_000_000_000_001]);
}
