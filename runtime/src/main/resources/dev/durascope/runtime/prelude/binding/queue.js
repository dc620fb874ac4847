// A queue's producer. https://developers.cloudflare.com/queues/configuration/javascript-apis/#producer
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { ask } = load('binding/calls');

  const TYPES = ['text', 'bytes', 'json', 'v8'];

  function typeOf(contentType) {
    if (contentType === undefined) return host.flags.isOn('queues_json_messages') ? 'json' : 'v8';
    const type = `${contentType}`.toLowerCase();
    if (!TYPES.includes(type)) throw new TypeError(`Unsupported queue message content type: ${contentType}`);
    return type;
  }

  const unfit = (type, wanted, body) =>
    new TypeError(`Content Type "${type}" requires a value of type ${wanted}, but received: ${typeof body}`);

  /** What Java takes for a message: its type, body and delay. */
  function message(body, contentType, delaySeconds) {
    if (body === undefined) throw new TypeError('Message body cannot be undefined');
    const type = typeOf(contentType);
    return [type.toUpperCase(), encode(type, body), delaySeconds === undefined ? null : Math.trunc(delaySeconds)];
  }

  function encode(type, body) {
    switch (type) {
      case 'text':
        if (typeof body !== 'string') throw unfit(type, 'string', body);
        return body.toWellFormed();
      case 'bytes':
        if (!ArrayBuffer.isView(body)) throw unfit(type, 'ArrayBufferView', body);
        return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
      case 'json':
        return JSON.stringify(body) ?? 'null';
      default:
        return body;
    }
  }

  function metricsOf([backlogCount, backlogBytes, oldest]) {
    return { backlogCount, backlogBytes, oldestMessageTimestamp: oldest === 0 ? undefined : new Date(oldest) };
  }

  class WorkerQueue {
    #java;

    constructor(java) {
      this.#java = java;
    }

    #send(action, fields) {
      return new Promise((resolve, reject) => {
        const { errorFromHost } = load('webidl');
        const done = (...metrics) => resolve({ metadata: { metrics: metricsOf(metrics) } });
        this.#java.send(action, done, (name, text) => reject(errorFromHost(name, text)), ...fields);
      });
    }

    async metrics() {
      return metricsOf(await ask(this.#java.metrics));
    }

    async send(body, options) {
      return this.#send('send', message(body, options?.contentType, options?.delaySeconds));
    }

    async sendBatch(messages, options) {
      const fields = [];
      for (const { body, contentType, delaySeconds } of messages) {
        fields.push(...message(body, contentType, delaySeconds ?? options?.delaySeconds));
      }
      if (fields.length === 0) throw new TypeError('sendBatch() requires at least one message');
      return this.#send('sendBatch', fields);
    }
  }
  expose(WorkerQueue);

  return { bind: (name, options, java) => new WorkerQueue(java) };
})
