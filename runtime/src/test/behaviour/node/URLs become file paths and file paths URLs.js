import { fileURLToPath, pathToFileURL, domainToASCII, domainToUnicode, urlToHttpOptions } from 'node:url';

export async function behaviour(assert) {
  assert.equal(fileURLToPath('file:///a%20b/c.txt'), '/a b/c.txt');
  assert.equal(pathToFileURL('/a b/#c?.txt').href, 'file:///a%20b/%23c%3F.txt');
  assert.throws(() => fileURLToPath('https://example.com/x'), 'Error', 'The URL must be of scheme file');
  assert.equal(domainToASCII('español.com'), 'xn--espaol-zwa.com');
  assert.equal(domainToUnicode('xn--espaol-zwa.com'), 'español.com');
  const options = urlToHttpOptions(new URL('https://a:b@example.com:8080/p?q=1#h'));
  assert.deepEqual([options.hostname, options.port, options.path, options.auth], ['example.com', 8080, '/p?q=1', 'a:b']);
}
