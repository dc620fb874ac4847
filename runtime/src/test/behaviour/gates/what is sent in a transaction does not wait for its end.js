import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run(ask, options) {
    const answers = [];
    await this.ctx.storage.transaction(async (txn) => {
      await txn.put('k', 1);
      answers.push(await ask('first'));
      this.ctx.storage.kv.put('l', 2);
      answers.push(await this.env.OBJECTS.getByName('other').echo('second'));
      const response = await this.env.OBJECTS.getByName('other').fetch('http://x/', { method: 'POST', body: 'third' });
      answers.push(await response.text());
      if (options.fails) txn.rollback();
    });
    return answers;
  }
  echo(text) {
    return text;
  }
  async fetch(request) {
    return new Response(await request.text());
  }
  read() {
    return [this.ctx.storage.kv.get('k'), this.ctx.storage.kv.get('l')];
  }
}

export async function behaviour(assert, env) {
  for (const fails of [true, false]) {
    const asked = [];
    const ask = (what) => {
      asked.push(what);
      return what;
    };
    const object = env.OBJECTS.getByName('x');
    assert.deepEqual(await object.run(ask, { fails }), ['first', 'second', 'third']);
    assert.deepEqual(asked, ['first']);
    assert.deepEqual(await object.read(), fails ? [undefined, undefined] : [1, 2]);
  }
}
