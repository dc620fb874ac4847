// The assertions of behaviour files. Plain JavaScript, so that other runtimes can run them too.

function show(value) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}[${Array.from(value)}]`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer[${new Uint8Array(value)}]`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Map) return `Map${show([...value])}`;
  if (value instanceof Set) return `Set${show([...value])}`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.keys(value).map((k) => `${k}: ${show(value[k])}`).join(', ')}}`;
  }
  return String(value);
}

export function assert(condition, message = 'the condition does not hold') {
  if (!condition) throw new Error(message);
}

/** The very same value. */
assert.equal = (actual, expected) => {
  if (!Object.is(actual, expected)) {
    throw new Error(`expected ${show(expected)}, but was ${show(actual)}`);
  }
};

/** The same by content and class. */
assert.deepEqual = (actual, expected) => {
  const [a, e] = [show(actual), show(expected)];
  if (a !== e) throw new Error(`expected ${e}, but was ${a}`);
};

function check(error, name, message) {
  if (error?.name !== name || (message !== undefined && error.message !== message)) {
    const wanted = message === undefined ? name : `${name}: ${message}`;
    throw new Error(`expected ${wanted}, but was thrown ${show(error)}`);
  }
}

/** Throws an error of the given name and, if given, message. */
assert.throws = (action, name, message) => {
  try {
    action();
  } catch (error) {
    check(error, name, message);
    return;
  }
  throw new Error(`expected ${name}, but nothing was thrown`);
};

/** The same for a promise that is rejected. */
assert.rejects = async (promise, name, message) => {
  try {
    await promise;
  } catch (error) {
    check(error, name, message);
    return;
  }
  throw new Error(`expected ${name}, but the promise was fulfilled`);
};
