import { Readable } from 'node:stream';

export async function behaviour(assert) {
  const read = [];
  for await (const chunk of Readable.from(['a', 'b', 'c'])) read.push(chunk);
  assert.deepEqual(read, ['a', 'b', 'c']);

  const source = new Readable({ read() {} });
  source.push('hello ');
  source.push('world');
  source.push(null);
  source.setEncoding('utf8');
  let text = '';
  source.on('data', (chunk) => (text += chunk));
  await new Promise((resolve) => source.on('end', resolve));
  assert.equal(text, 'hello world');
}
