import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fail(properties) {
    throw Object.assign(new Error('failed'), properties);
  }
  fetch(request) {
    this.fail(JSON.parse(new URL(request.url).searchParams.get('properties')));
  }
  relay(properties) {
    return this.env.OBJECTS.getByName('inner').fail(properties);
  }
}

// What the platform says of an error, and whether the code has thrown it.
async function told(promise) {
  try {
    await promise;
  } catch ({ retryable, overloaded, remote, durableObjectReset }) {
    return [retryable, overloaded, remote, durableObjectReset];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('x');
  const cases = [
    [{ retryable: true }, [true, undefined, true, undefined]],
    [{ retryable: 'yes' }, [true, undefined, true, undefined]],
    [{ overloaded: 1 }, [undefined, true, true, undefined]],
    [{ overloaded: 0, retryable: 1 }, [true, 0, true, undefined]],
    [{ overloaded: 'yes', retryable: 'yes' }, ['yes', true, true, undefined]],
    [{ remote: false, durableObjectReset: 'no' }, [undefined, undefined, true, 'no']],
    [{}, [undefined, undefined, true, undefined]],
  ];
  for (const [properties, expected] of cases) {
    const url = `http://x/?properties=${encodeURIComponent(JSON.stringify(properties))}`;
    assert.deepEqual(await told(object.fail(properties)), expected);
    assert.deepEqual(await told(object.relay(properties)), expected);
    assert.deepEqual(await told(object.fetch(url)), expected);
  }
}
