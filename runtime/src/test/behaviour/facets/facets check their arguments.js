import { DurableObject } from 'cloudflare:workers';

export class Inner extends DurableObject {

}
export class Subject extends DurableObject {
  facet(name, options = {}) {
    return this.ctx.facets.get(name, () => ({ class: this.ctx.exports.Inner, ...options }));
  }
  run() {
    const { facets } = this.ctx;
    const failure = (action) => {
      try {
        action();
        return 'nothing';
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return [
      failure(() => facets.get()),
      failure(() => facets.get('a')),
      failure(() => facets.abort('a')),
      failure(() => facets.delete()),
      failure(() => facets.clone('a')),
      failure(() => facets.get('x'.repeat(257), () => {})),
      failure(() => facets.get('x'.repeat(256), () => {})),
    ];
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const wrong = (method, index, type) =>
    `TypeError: Failed to execute '${method}' on 'DurableObjectFacets': parameter ${index} is not of type '${type}'.`;
  assert.deepEqual(await stub.run(), [
    wrong('get', 1, 'string'),
    wrong('get', 2, 'function'),
    wrong('abort', 2, 'Value'),
    wrong('delete', 1, 'string'),
    wrong('clone', 2, 'string'),
    'TypeError: Facet name is too long (max 256 characters).',
    'nothing',
  ]);
}
