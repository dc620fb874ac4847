import { connect } from 'cloudflare:sockets';

export class Room {}

export async function behaviour(assert, env) {
  const refuses = (address, message, options) => assert.throws(() => connect(address, options), 'TypeError', message);
  refuses('', 'Specified address is missing hostname.');
  refuses('localhost', 'Specified address is missing port.');
  refuses('a b:1', 'Specified address could not be parsed.');
  refuses('localhost:99999', 'Specified address could not be parsed.');
  const unsupported = 'Specified address is empty string, contains unsupported characters or is too long.';
  refuses('localhost:1/path', unsupported);
  refuses(`${'a'.repeat(260)}:5`, unsupported);
  refuses({ hostname: 'local host', port: 7 }, unsupported);
  refuses({ hostname: 'localhost' }, 'The value cannot be converted because it is not an integer.');
  refuses({ hostname: 'localhost', port: 70000 }, 'Value out of range. Must be less than or equal to 65535.');
  refuses(env.TCP_PEER, 'Unsupported value in secureTransport socket option: maybe', { secureTransport: 'maybe' });
}
