import { Readable } from 'node:stream';
import Koa from 'koa';

const app = new Koa({ keys: ['a key for tests, and for nothing else'] });
app.silent = true;
app.use(async (ctx, next) => {
  await next();
  ctx.set('X-After', ctx.path);
});
app.use(async (ctx) => {
  if (ctx.path === '/koa') ctx.body = { method: ctx.method, query: ctx.query, ip: ctx.ip };
  else if (ctx.path === '/koa/stream') ctx.body = Readable.from(['one ', 'two ', 'three']);
  else if (ctx.path === '/koa/cookie') {
    ctx.cookies.set('seen', 'yes', { signed: true });
    ctx.body = ctx.cookies.get('seen') ?? 'not yet';
  } else if (ctx.path === '/koa/teapot') ctx.throw(418, 'short and stout');
  else if (ctx.path === '/koa/bug') throw new Error('a bug');
});
app.listen(3001);
