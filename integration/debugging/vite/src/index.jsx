import { DurableObject } from 'cloudflare:workers';
import { Visits } from './visits.jsx';
import { h } from './h.js';

export class Page extends DurableObject {
  async fetch() {
    const count = ((await this.ctx.storage.get('count')) ?? 0) + 1;
    await this.ctx.storage.put('count', count);
    return new Response(<Visits count={count} />);
  }
}

export default {
  fetch: (request, env) => env.PAGES.getByName('home').fetch(request),
};
