import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async abort(report) {
    try {
      this.ctx.abort('enough');
    } catch {
      await report('caught');
    } finally {
      await report('finally');
    }
    await report('after');
  }
}

export async function behaviour(assert, env) {
  const reports = [];
  await assert.rejects(env.OBJECTS.getByName('x').abort((text) => reports.push(text)), 'Error', 'enough');
  assert.deepEqual(reports, []);
}
