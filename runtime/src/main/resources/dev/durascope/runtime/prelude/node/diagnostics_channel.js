// node:diagnostics_channel. Nobody outside of the Worker listens here; in production, messages also go
// to tail workers. https://nodejs.org/api/diagnostics_channel.html
(function (host, load) {
  'use strict';
  const { invalidArgType, requireFunction, requireObject } = load('node/errors');

  const channels = new Map();

  class Channel {
    #subscribers = [];
    #stores = new Map();

    constructor(name) {
      if (channels.has(name)) throw new TypeError('Illegal constructor');
      this.name = name;
      channels.set(name, this);
    }

    get hasSubscribers() {
      return this.#subscribers.length > 0 || this.#stores.size > 0;
    }

    subscribe(callback) {
      requireFunction(callback, 'subscription');
      this.#subscribers = [...this.#subscribers, callback];
    }

    unsubscribe(callback) {
      const at = this.#subscribers.indexOf(callback);
      if (at >= 0) this.#subscribers = this.#subscribers.toSpliced(at, 1);
    }

    publish(message) {
      for (const callback of this.#subscribers) {
        try {
          callback(message, this.name);
        } catch (error) {
          // A subscriber's mistake is not the publisher's.
          queueMicrotask(() => load('report').reportError(error));
        }
      }
    }

    bindStore(store, transform = (message) => message) {
      this.#stores.set(store, transform);
    }

    unbindStore(store) {
      this.#stores.delete(store);
    }

    runStores(message, fn, self, ...args) {
      let run = () => {
        this.publish(message);
        return Reflect.apply(fn, self, args);
      };
      for (const [store, transform] of this.#stores) {
        const inner = run;
        run = () => store.run(transform(message), inner);
      }
      return run();
    }
  }

  function channel(name) {
    if (typeof name !== 'string' && typeof name !== 'symbol') {
      throw invalidArgType('channel', ['string', 'symbol'], name);
    }
    return channels.get(name) ?? new Channel(name);
  }

  const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];
  let make;

  class TracingChannel {
    #channels = {};

    constructor() {
      if (make === undefined) throw new Error('Use diagnostic_channel.tracingChannels() to create TracingChannel');
      this.#channels = make;
    }

    get start() {
      return this.#channels.start;
    }
    get end() {
      return this.#channels.end;
    }
    get asyncStart() {
      return this.#channels.asyncStart;
    }
    get asyncEnd() {
      return this.#channels.asyncEnd;
    }
    get error() {
      return this.#channels.error;
    }
    get hasSubscribers() {
      return EVENTS.some((name) => this[name].hasSubscribers);
    }

    subscribe(subscribers) {
      for (const name of EVENTS) if (subscribers[name]) this[name].subscribe(subscribers[name]);
    }

    unsubscribe(subscribers) {
      for (const name of EVENTS) if (subscribers[name]) this[name].unsubscribe(subscribers[name]);
    }

    traceSync(fn, context = {}, self, ...args) {
      return this.start.runStores(context, () => {
        try {
          context.result = Reflect.apply(fn, self, args);
          return context.result;
        } catch (error) {
          context.error = error;
          this.error.publish(context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }

    tracePromise(fn, context = {}, self, ...args) {
      const settled = (name, value) => {
        context[name] = value;
        if (name === 'error') this.error.publish(context);
        this.asyncStart.publish(context);
        this.asyncEnd.publish(context);
      };
      return this.start.runStores(context, () => {
        try {
          return Promise.resolve(Reflect.apply(fn, self, args)).then(
            (value) => {
              settled('result', value);
              return value;
            },
            (error) => {
              settled('error', error);
              throw error;
            }
          );
        } catch (error) {
          context.error = error;
          this.error.publish(context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }

    traceCallback(fn, position = -1, context = {}, self, ...args) {
      const callback = args.at(position);
      requireFunction(callback, 'callback');
      const wrapped = (error, result) => {
        if (error) {
          context.error = error;
          this.error.publish(context);
        } else {
          context.result = result;
        }
        return this.asyncStart.runStores(context, () => {
          try {
            return callback(error, result);
          } finally {
            this.asyncEnd.publish(context);
          }
        });
      };
      args.splice(position, 1, wrapped);
      return this.start.runStores(context, () => {
        try {
          return Reflect.apply(fn, self, args);
        } catch (error) {
          context.error = error;
          this.error.publish(context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }
  }

  function tracingChannel(nameOrChannels) {
    if (typeof nameOrChannels === 'string') {
      make = Object.fromEntries(EVENTS.map((name) => [name, channel(`tracing:${nameOrChannels}:${name}`)]));
    } else {
      requireObject(nameOrChannels, 'nameOrChannels');
      for (const name of EVENTS) {
        if (!(nameOrChannels[name] instanceof Channel)) {
          throw invalidArgType(`nameOrChannels.${name}`, 'Channel', nameOrChannels[name]);
        }
      }
      make = nameOrChannels;
    }
    try {
      return new TracingChannel();
    } finally {
      make = undefined;
    }
  }

  return {
    Channel,
    TracingChannel,
    channel,
    hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
    subscribe: (name, callback) => channel(name).subscribe(callback),
    unsubscribe: (name, callback) => channel(name).unsubscribe(callback),
    tracingChannel,
  };
})
