//! {"services": [{ "binding": "SELF", "service": "test", "entrypoint": "Library" }]}
import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';

export class Inner extends DurableObject {
  tell() {
    return this.ctx.props.name;
  }
}
export class Library extends WorkerEntrypoint {
  inner(name) {
    return this.ctx.exports.Inner({ props: { name } });
  }
}
export class Subject extends DurableObject {
  run() {
    const facet = this.ctx.facets.get('one', async () => ({ class: await this.env.SELF.inner('given') }));
    return facet.tell();
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('a').run(), 'given');
}
