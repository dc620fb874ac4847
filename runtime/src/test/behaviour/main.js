// The main module of a project that runs one behaviour: the behaviour is one of its requests, all
// others are the behaviour's own. Whoever runs it adds a line that exports the behaviour's classes.
import * as it from './behaviour.js';
import { assert } from './assert.js';

async function run(env, ctx) {
  try {
    await it.behaviour(assert, env, ctx);
    return new Response('passed');
  } catch (error) {
    return new Response(`${error?.name}: ${error?.message ?? error}\n${error?.stack}`);
  }
}

const own = it.default ?? {};
const asked = (request) => new URL(request.url).pathname === '/__behaviour';

/** The behaviour's own default export, which answers one more request. */
function extended() {
  if (typeof own === 'function') {
    return class extends own {
      fetch(request) {
        return asked(request) ? run(this.env, this.ctx) : super.fetch(request);
      }
    };
  }
  return {
    ...own,
    fetch(request, env, ctx) {
      if (asked(request)) return run(env, ctx);
      return own.fetch?.(request, env, ctx) ?? new Response('', { status: 404 });
    },
  };
}

export default extended();
