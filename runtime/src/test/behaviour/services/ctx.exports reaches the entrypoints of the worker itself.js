import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  greet(name) {
    return `Hello, ${name}`;
  }
}

export const Handlers = {
  half(n) {
    return n / 2;
  },
};

export default {
  fetch() {
    return new Response('default');
  },
};

export async function behaviour(assert, env, ctx) {
  assert.equal(await ctx.exports.Named.greet('Ada'), 'Hello, Ada');
  assert.equal(await (await ctx.exports.default.fetch('http://x/')).text(), 'default');
  assert.equal(await ctx.exports.Handlers.half(4), 2);
}
