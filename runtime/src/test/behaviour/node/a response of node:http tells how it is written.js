import { createServer } from 'node:http';
import { handleAsNodeRequest } from 'cloudflare:node';

export async function behaviour(assert, env, ctx) {
  const heard = [];
  const closed = Promise.withResolvers();
  createServer((request, response) => {
    for (const name of ['prefinish', 'finish', 'close']) response.on(name, () => heard.push(name));
    response.on('close', closed.resolve);
    heard.push(response.headersSent, response.statusMessage);
    response.write('a');
    heard.push(response.headersSent, response.writableEnded);
    setTimeout(() => {
      response.end('b');
      heard.push(response.finished, response.writableEnded);
    }, 1);
  }).listen(1);
  const answer = await handleAsNodeRequest(1, new Request('https://example.com/'), env, ctx);
  assert.equal(await answer.text(), 'ab');
  await closed.promise;
  assert.deepEqual(heard.filter((name) => name !== 'prefinish'), [false, 'unknown', true, false, true, true, 'finish', 'close']);

  const late = Promise.withResolvers();
  createServer((request, response) => {
    response.end('whole');
    response.on('error', () => {});
    response.write('more', late.resolve);
  }).listen(2);
  assert.equal(await (await handleAsNodeRequest(2, new Request('https://example.com/'))).text(), 'whole');
  assert.equal((await late.promise).code, 'ERR_STREAM_WRITE_AFTER_END');
}
