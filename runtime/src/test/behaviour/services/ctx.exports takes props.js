import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  greet(name) {
    return `${this.ctx.props.greeting}, ${name}`;
  }
  make(greeting) {
    return this.ctx.exports.Named({ props: { greeting } });
  }
}

export async function behaviour(assert, env, ctx) {
  const greeter = ctx.exports.Named({ props: { greeting: 'Yo' } });
  assert.equal(await greeter.greet('Ada'), 'Yo, Ada');
  const made = await env.NAMED.make('Hey');
  assert.equal(await made.greet('Bob'), 'Hey, Bob');
  assert.equal(await env.NAMED.make('Hey').greet('Bob'), 'Hey, Bob');
}
