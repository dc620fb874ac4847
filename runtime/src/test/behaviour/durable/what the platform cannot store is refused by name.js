import { RpcTarget } from 'cloudflare:workers';

export class Subject {
  constructor(ctx, env) {
    this.ctx = ctx;
    this.env = env;
  }

  async fetch() {
    const { ctx, env } = this;
    const values = [
      await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
      new Response('x'),
      new ReadableStream(),
      new WritableStream(),
      new TransformStream(),
      new WebSocketPair()[0],
      env.OBJECTS.getByName('x'),
      env.OBJECTS,
      ctx.id,
      ctx,
      ctx.storage,
      ctx.storage.sql,
      ctx.storage.sql.exec('select 1'),
      new URL('http://a/'),
      new FormData(),
      new Event('x'),
      new AbortController(),
      new AbortController().signal,
      new TextDecoder(),
      crypto,
      caches.default,
      new RpcTarget(),
    ];
    const said = [];
    for (const value of values) {
      for (const action of [() => structuredClone({ value }), () => ctx.storage.put('k', [value])]) {
        try {
          await action();
          said.push('nothing');
        } catch (error) {
          said.push(`${error.name}: ${error.message}`);
        }
      }
    }
    return Response.json(said);
  }
}

export async function behaviour(assert, env) {
  const usual = (type) => `Could not serialize object of type "${type}". This type does not support serialization.`;
  const expected = [
    usual('CryptoKey'),
    'ReadableStream can only be serialized for RPC.',
    'ReadableStream can only be serialized for RPC.',
    'WritableStream can only be serialized for RPC.',
    usual('TransformStream'),
    usual('WebSocket'),
    'ServiceStub cannot be serialized in this context.',
    usual('DurableObjectNamespace'),
    usual('DurableObjectId'),
    usual('DurableObjectState'),
    usual('DurableObjectStorage'),
    usual('SqlStorage'),
    usual('Cursor'),
    usual('URL'),
    usual('FormData'),
    usual('Event'),
    usual('AbortController'),
    'AbortSignal serialization is not enabled.',
    usual('TextDecoder'),
    usual('Crypto'),
    usual('Cache'),
    'Remote RPC references can only be serialized for RPC.',
  ];
  const said = await (await env.OBJECTS.getByName('a').fetch('http://object/')).json();
  assert.deepEqual(said, expected.flatMap((message) => [message, message].map((m) => `DataCloneError: ${m}`)));
}
