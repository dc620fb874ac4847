// What the handlers `scheduled` and `queue` are called with.
// https://developers.cloudflare.com/workers/runtime-apis/handlers/scheduled/
// https://developers.cloudflare.com/queues/configuration/javascript-apis/
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');

  let noRetryOf;

  class ScheduledController {
    #retry = true;

    constructor(cron, scheduledTime) {
      Object.defineProperty(this, 'scheduledTime', { value: scheduledTime, enumerable: true });
      Object.defineProperty(this, 'cron', { value: cron, enumerable: true });
    }

    noRetry() {
      this.#retry = false;
    }

    static {
      noRetryOf = (controller) => !controller.#retry;
    }
  }
  expose(ScheduledController);

  const warn = (text) => console.warn(text);

  class QueueMessage {
    #decided;

    constructor(decided, id, timestamp, attempts, body) {
      this.#decided = decided;
      for (const [name, value] of Object.entries({ id, timestamp, body, attempts })) {
        Object.defineProperty(this, name, { value, enumerable: true });
      }
    }

    retry(options) {
      const { id } = this;
      const { ackAll, acks, retries } = this.#decided;
      const noEffect = (other) =>
        warn(
          `Received a call to retry() on message ${id} after ${other}() was already called. ` +
            `Calling retry() on a message after calling ${other}() has no effect.`
        );
      if (ackAll) noEffect('ackAll');
      else if (acks.has(id)) noEffect('ack');
      else retries.set(id, options?.delaySeconds ?? retries.get(id));
    }

    ack() {
      const { id } = this;
      const { ackAll, retryAll, acks, retries } = this.#decided;
      const noEffect = (other) =>
        warn(
          `Received a call to ack() on message ${id} after ${other}() was already called. ` +
            `Calling ack() on a message after calling ${other}() has no effect.`
        );
      if (ackAll) return;
      if (retryAll) noEffect('retryAll');
      else if (retries.has(id)) noEffect('retry');
      else acks.add(id);
    }
  }
  expose(QueueMessage);

  let decidedOf;

  class QueueController {
    #decided;

    constructor(queue, messages, metadata, decided) {
      this.#decided = decided;
      for (const [name, value] of Object.entries({ messages, queue, metadata })) {
        Object.defineProperty(this, name, { value, enumerable: true });
      }
    }

    retryAll(options) {
      if (this.#decided.ackAll) {
        warn(
          'Received a call to retryAll() after ackAll() was already called. ' +
            'Calling retryAll() after calling ackAll() has no effect.'
        );
        return;
      }
      this.#decided.retryAll = true;
      if (options?.delaySeconds !== undefined) this.#decided.delaySeconds = options.delaySeconds;
    }

    ackAll() {
      if (this.#decided.retryAll) {
        warn(
          'Received a call to ackAll() after retryAll() was already called. ' +
            'Calling ackAll() after calling retryAll() has no effect.'
        );
        return;
      }
      this.#decided.ackAll = true;
    }

    static {
      decidedOf = (controller) => controller.#decided;
    }
  }
  expose(QueueController);

  function bodyOf(type, value) {
    switch (type) {
      case 'JSON':
        return JSON.parse(value);
      case 'BYTES':
        return new Uint8Array(new ArrayBuffer(value).slice(0));
      default:
        return value;
    }
  }

  return {
    scheduled: (cron, time) => new ScheduledController(cron, time),
    noRetry: (controller) => noRetryOf(controller),

    /** flat: [id, timestamp, attempts, type, value, …]. */
    batch(queue, flat, backlogCount, backlogBytes, oldest) {
      const decided = { ackAll: false, retryAll: false, delaySeconds: undefined, acks: new Set(), retries: new Map() };
      const messages = [];
      for (let i = 0; i < flat.length; i += 5) {
        const body = bodyOf(flat[i + 3], flat[i + 4]);
        messages.push(new QueueMessage(decided, flat[i], new Date(flat[i + 1]), flat[i + 2], body));
      }
      const oldestMessageTimestamp = oldest === 0 ? undefined : new Date(oldest);
      const metadata = { metrics: { backlogCount, backlogBytes, oldestMessageTimestamp } };
      return new QueueController(queue, messages, metadata, decided);
    },

    /** What the handler of a batch has decided, as JSON. */
    outcome(controller) {
      const { retryAll, delaySeconds, retries } = decidedOf(controller);
      return JSON.stringify({
        retryAll,
        delaySeconds,
        retries: Array.from(retries, ([id, delay]) => ({ id, delaySeconds: delay })),
      });
    },
  };
})
