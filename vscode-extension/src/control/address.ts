/**
 * Where a running project's control API is, and the token that opens it.
 *
 * The token lets its holder run code in the project, so it is sent to this machine only: an address
 * that is not loopback is refused, whoever wrote it.
 */
import { parseJson } from './protocol.ts';
import { nullable, number, recordOf, ShapeError, string, type Decoded } from './shape.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const addressShape = recordOf({ url: string, token: string });
const fileShape = recordOf({ url: string, token: string, pid: nullable(number) });

export type ControlAddress = Decoded<typeof addressShape>;
export type ControlFile = Decoded<typeof fileShape>;

/** From the answer to the debug adapter's custom request. */
export function readControlAddress(value: unknown): ControlAddress {
  return loopback(addressShape(value, 'durascope/control'));
}

/** From the text of `.wrangler/durascope/control.json`. */
export function readControlFile(text: string): ControlFile {
  return loopback(fileShape(parseJson(text), 'control.json'));
}

function loopback<A extends ControlAddress>(address: A): A {
  const url = URL.canParse(address.url) ? new URL(address.url) : undefined;
  if (url?.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) {
    throw new ShapeError('url', 'an http address on this machine', address.url);
  }
  return { ...address, url: url.origin };
}
