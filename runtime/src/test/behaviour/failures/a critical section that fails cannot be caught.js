import { DurableObject } from 'cloudflare:workers';

// An error with what the platform says of it.
const told = async (promise) => {
  try {
    return await promise;
  } catch (error) {
    const { name, message, remote, durableObjectReset, overloaded, retryable } = error;
    return Object.fromEntries(
      Object.entries({ name, message, remote, durableObjectReset, overloaded, retryable }).filter(([, value]) => value !== undefined)
    );
  }
};

export class Subject extends DurableObject {
  async tryIt(report) {
    try {
      await this.ctx.blockConcurrencyWhile(async () => {
        throw new RangeError('inside');
      });
    } catch (error) {
      await report('caught');
    } finally {
      await report('finally');
    }
  }
  async trySync(report) {
    try {
      await this.ctx.blockConcurrencyWhile(() => {
        throw new RangeError('inside');
      });
    } catch (error) {
      await report('caught');
    }
  }
}

export async function behaviour(assert, env) {
  const reports = [];
  const broken = { name: 'RangeError', message: 'inside', durableObjectReset: true };
  assert.deepEqual(await told(env.OBJECTS.getByName('x').tryIt((text) => reports.push(text))), broken);
  assert.deepEqual(await told(env.OBJECTS.getByName('x').trySync((text) => reports.push(text))), broken);
  assert.deepEqual(reports, []);
}
