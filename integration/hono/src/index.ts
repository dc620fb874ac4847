import { zValidator } from '@hono/zod-validator';
import { DurableObject } from 'cloudflare:workers';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { contextStorage, getContext } from 'hono/context-storage';
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie';
import { cors } from 'hono/cors';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { jwt, sign } from 'hono/jwt';
import { logger } from 'hono/logger';
import { poweredBy } from 'hono/powered-by';
import { prettyJSON } from 'hono/pretty-json';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { stream, streamSSE, streamText } from 'hono/streaming';
import { timeout } from 'hono/timeout';
import { timing } from 'hono/timing';
import { upgradeWebSocket } from 'hono/cloudflare-workers';
import { jwtVerify, SignJWT } from 'jose';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { nanoid } from 'nanoid';
import { v4, v7, validate } from 'uuid';
import { z } from 'zod';

type Env = { Bindings: { SECRET: string; COUNTERS: DurableObjectNamespace<Counter> }; Variables: { user: string } };

/** An object that is a Hono application itself. */
export class Counter extends DurableObject {
  #app = new Hono().post('/add', async (c) => {
    const count = ((await this.ctx.storage.get<number>('count')) ?? 0) + 1;
    await this.ctx.storage.put('count', count);
    return c.json({ count });
  });

  fetch(request: Request) {
    return this.#app.fetch(request);
  }
}

const app = new Hono<Env>();
app.use(logger(), requestId(), poweredBy(), timing(), contextStorage());
app.use('/api/*', cors({ origin: 'https://example.com', credentials: true }), secureHeaders(), prettyJSON());
app.use('/etag/*', etag());
app.use('/form/*', csrf());
app.use('/basic/*', basicAuth({ username: 'ada', password: 'lovelace' }));
app.use('/bearer/*', bearerAuth({ token: 'open-sesame' }));
app.use('/slow/*', timeout(50));

app.get('/', (c) => c.text('Hello Hono!'));
app.get('/api/items/:id{[0-9]+}', (c) => c.json({ id: Number(c.req.param('id')), tags: c.req.queries('tag') ?? [] }));
app.get('/html', (c) => c.html(`<p>${c.req.header('user-agent') ? 'seen' : 'unseen'}</p>`));
app.get('/etag/page', (c) => c.text('always the same'));
// The platform compresses by itself what says that it is compressed; Hono's own middleware would do it twice.
app.get('/gzip/page', (c) => c.text('squeeze me '.repeat(100), 200, { 'content-encoding': 'gzip' }));
app.get('/basic/page', (c) => c.text('you may'));
app.get('/bearer/page', (c) => c.text('you may, too'));
app.get('/old', (c) => c.redirect('/new', 301));
app.get('/slow/page', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  return c.text('too late');
});

const user = z.object({ name: z.string().min(2), age: z.coerce.number().int().positive(), email: z.email().optional() });
app.post('/users', zValidator('json', user), (c) => c.json({ id: nanoid(), ...c.req.valid('json') }, 201));
app.post('/form/users', zValidator('form', user), (c) => c.json(c.req.valid('form')));
app.post('/upload', bodyLimit({ maxSize: 1_000, onError: (c) => c.text('too big', 413) }), async (c) => {
  const { file, note } = await c.req.parseBody();
  if (!(file instanceof File)) throw new HTTPException(400, { message: 'no file' });
  return c.json({ name: file.name, size: file.size, text: await file.text(), note });
});

app.get('/cookies', async (c) => {
  setCookie(c, 'plain', 'a b', { path: '/', httpOnly: true, maxAge: 60 });
  await setSignedCookie(c, 'signed', 'truth', c.env.SECRET);
  return c.json({ plain: getCookie(c, 'plain') ?? null, signed: (await getSignedCookie(c, c.env.SECRET, 'signed')) ?? null });
});
app.get('/cookies/clear', (c) => {
  deleteCookie(c, 'plain');
  return c.body(null, 204);
});

app.get('/token', async (c) => c.text(await sign({ sub: 'ada', exp: Math.floor(Date.now() / 1000) + 60 }, c.env.SECRET)));
app.use('/me', (c, next) => jwt({ secret: c.env.SECRET, alg: 'HS256' })(c, next));
app.get('/me', (c) => c.json(c.get('jwtPayload' as never)));

app.get('/jose', async (c) => {
  const key = new TextEncoder().encode(c.env.SECRET);
  const token = await new SignJWT({ role: 'admin' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(key);
  const { payload } = await jwtVerify(token, key);
  return c.json({ role: payload.role });
});
app.get('/ids', (c) => c.json({ nano: nanoid().length, v4: validate(v4()), v7: validate(v7()), request: c.get('requestId' as never) }));

app.get('/context', async (c) => {
  c.set('user', 'Ada');
  await new Promise((resolve) => setTimeout(resolve, 1));
  return c.text(getContext<Env>().var.user);
});

app.get('/stream', (c) =>
  streamText(c, async (out) => {
    for (const line of ['one', 'two', 'three']) {
      await out.writeln(line);
      await out.sleep(1);
    }
  })
);
app.get('/bytes', (c) => stream(c, async (out) => void (await out.write(new Uint8Array([1, 2, 3])))));
app.get('/events', (c) =>
  streamSSE(c, async (out) => {
    for (let id = 1; id <= 3; id++) await out.writeSSE({ event: 'tick', data: `${id}`, id: `${id}` });
  })
);
app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onMessage(event, socket) {
      socket.send(`echo ${event.data}`);
    },
  }))
);
app.all('/counters/:name/*', async (c) => {
  const { COUNTERS } = c.env;
  const path = new URL(c.req.url).pathname.split('/').slice(3).join('/');
  const stub = COUNTERS.get(COUNTERS.idFromName(c.req.param('name')));
  const answer = await stub.fetch(new Request(`https://counter/${path}`, c.req.raw));
  return new Response(answer.body, answer); // with headers that the middlewares can change
});

/** Asks another server by node:http, as packages written for Node.js do. */
app.post('/forward', async (c) => {
  const body = await c.req.text();
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const message = request(c.req.query('to')!, { method: 'PUT', headers: { 'x-from': 'worker' } }, resolve);
    message.on('error', reject);
    message.end(body);
  });
  return c.json({ status: answer.statusCode, type: answer.headers['content-type'], text: await text(answer) });
});

const admin = new Hono<Env>().basePath('/admin').get('/', (c) => c.text('nested'));
app.route('/', admin);
app.get('/broken', () => {
  throw new HTTPException(418, { message: 'short and stout' });
});
app.get('/bug', () => {
  throw new Error('a bug');
});
app.onError((error, c) => (error instanceof HTTPException ? error.getResponse() : c.text(`failed: ${error.message}`, 500)));
app.notFound((c) => c.json({ missing: c.req.path }, 404));

export default app;
