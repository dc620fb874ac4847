import { WorkerEntrypoint } from 'cloudflare:workers';

export default {
  one(x) {
    return x;
  },
  two(a, b, env, ctx) {},
};

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  const wrong =
    'Attempted to call RPC function "one" with the wrong number of arguments. When calling a top-level handler ' +
    'function that is not declared as part of a class, you must always send exactly one argument. In order to ' +
    'support variable numbers of arguments, the server must use class-based syntax (extending ' +
    'WorkerEntrypoint) instead.';
  await assert.rejects(env.SELF.one(), 'TypeError', wrong);
  await assert.rejects(env.SELF.one(1, 2), 'TypeError', wrong);
  await assert.rejects(
    env.SELF.two(1),
    'TypeError',
    'Cannot call handler function "two" over RPC because it has the wrong number of arguments. A simple ' +
      'function handler can only be called over RPC if it has exactly the arguments (arg, env, ctx), where only ' +
      'the first argument comes from the client. To support multi-argument RPC functions, use class-based ' +
      'syntax (extending WorkerEntrypoint) instead.'
  );
}
