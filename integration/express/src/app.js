import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import cookieParser from 'cookie-parser';
import express from 'express';

const requestId = new AsyncLocalStorage();

export const app = express();
app.use((req, res, next) => requestId.run(req.get('x-request-id') ?? 'none', next));
app.use(cookieParser('a secret for tests, and for nothing else'));
app.use(express.json({ limit: '1kb' }), express.urlencoded({ extended: true }), express.text(), express.raw());

app.get('/', (req, res) => res.send(`${req.cloudflare.env.GREETING} Express!`));
app.get('/request', (req, res) => {
  const { method, originalUrl, query, protocol, hostname, secure, httpVersion } = req;
  res.json({ method, originalUrl, query, protocol, hostname, secure, httpVersion, accepts: req.accepts(['html', 'json']) });
});
app.post('/echo', (req, res) => {
  res.status(201).json({ type: req.get('content-type'), body: Buffer.isBuffer(req.body) ? req.body.toString('hex') : req.body });
});
app.get('/cookies', (req, res) => {
  res.cookie('plain', 'a b', { httpOnly: true }).cookie('signed', 'kept', { signed: true });
  res.json({ plain: req.cookies, signed: req.signedCookies });
});
app.get('/id', async (req, res) => {
  await wait(1);
  res.json({ id: requestId.getStore() });
});
app.get('/old', (req, res) => res.redirect('/new'));
app.get('/nothing', (req, res) => res.sendStatus(204));
app.get('/stream', async (req, res) => {
  res.type('text');
  await pipeline(
    Readable.from(
      (async function* () {
        for (let i = 0; i < 5; i++) {
          await wait(1);
          yield `part ${i}\n`;
        }
      })()
    ),
    res
  );
});
app.get('/large', (req, res) => {
  let left = 64;
  const more = () => {
    while (left-- > 0) if (!res.write('x'.repeat(16_384))) return void res.once('drain', more);
    res.end();
  };
  more();
});
app.get('/events', async (req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  res.flushHeaders();
  for (let i = 1; i <= 3; i++) res.write(`id: ${i}\ndata: event ${i}\n\n`);
  res.end();
});

const items = express.Router();
items.param('id', (req, res, next, id) => {
  if (!/^\d+$/.test(id)) return next('route');
  req.item = Number(id);
  next();
});
items.get('/:id', (req, res) => res.json({ id: req.item }));
app.use('/items', items);

app.get('/bug', () => {
  throw new Error('a bug');
});
app.get('/later-bug', async () => {
  await wait(1);
  throw new Error('a later bug');
});
app.use((req, res) => res.status(404).json({ missing: req.originalUrl }));
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  res.status(error.status ?? 500).json({ error: error.message });
});
