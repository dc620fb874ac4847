//! {"services": [{"binding": "NAMED", "service": "test", "entrypoint": "Named"}, {"binding": "PROPPED", "service": "test", "entrypoint": "Named", "props": {"greeting": "Hi", "deep": {"n": 1}}}]}
import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  props() {
    return this.ctx.props;
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.PROPPED.props(), { greeting: 'Hi', deep: { n: 1 } });
  assert.deepEqual(await env.NAMED.props(), {});
}
