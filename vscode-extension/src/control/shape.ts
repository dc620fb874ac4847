/**
 * Decoders: what comes over the wire is `unknown` until its shape was looked at.
 *
 * A decoder takes the value and the path that leads to it, and either returns the typed value or
 * throws a {@link ShapeError} that names the path. Fields nobody asked for are ignored, so that a
 * newer server may say more than an older extension reads.
 */

export type Decoder<T> = (value: unknown, path: string) => T;

/** The type that a decoder yields. */
export type Decoded<D> = D extends Decoder<infer T> ? T : never;

export class ShapeError extends Error {
  constructor(path: string, expected: string, value: unknown) {
    super(`${path}: expected ${expected}, got ${describe(value)}`);
    this.name = 'ShapeError';
  }
}

export const string: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') {
    throw new ShapeError(path, 'a string', value);
  }
  return value;
};

export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number') {
    throw new ShapeError(path, 'a number', value);
  }
  return value;
};

export const anything: Decoder<unknown> = (value) => value;

export function nullable<T>(inner: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null || value === undefined ? null : inner(value, path));
}

export function listOf<T>(inner: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) {
      throw new ShapeError(path, 'a list', value);
    }
    return value.map((element, index) => inner(element, `${path}[${index}]`));
  };
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Decoder<T> {
  return (value, path) => {
    const found = allowed.find((each) => each === value);
    if (found === undefined) {
      throw new ShapeError(path, `one of ${allowed.join(', ')}`, value);
    }
    return found;
  };
}

export function recordOf<F extends Readonly<Record<string, Decoder<unknown>>>>(
  fields: F,
): Decoder<{ readonly [K in keyof F]: Decoded<F[K]> }> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ShapeError(path, 'an object', value);
    }
    const source = value as Readonly<Record<string, unknown>>;
    const entries = Object.entries(fields).map(([name, decode]) => [name, decode(source[name], `${path}.${name}`)]);
    return Object.fromEntries(entries) as { readonly [K in keyof F]: Decoded<F[K]> };
  };
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) {
    return 'nothing';
  }
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
