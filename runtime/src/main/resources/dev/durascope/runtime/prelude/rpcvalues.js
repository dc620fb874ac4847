// What a message holds beside its bytes: functions and RpcTargets, which go as stubs, and the
// platform's own objects, each taken apart here and put together again in the other isolate.
(function (host, load) {
  'use strict';
  const { is } = load('webidl');
  const { check } = load('iocontext');
  const { RpcTarget } = load('workers');
  const { RpcStub, makeStub, stateOf, isPending } = load('rpc');

  const refuse = (type) =>
    new DOMException(
      `Could not serialize object of type "${type}". This type does not support serialization.`,
      'DataCloneError'
    );

  // One row a class: the test, the parts that go to Java (strings, numbers, handles), and the value
  // made of these. A class whose file was not evaluated has no instances, and so no test yet.
  const KINDS = {
    service: {
      // An object's stub arrives as a service, without its id.
      is: (value) => isService(value),
      send: (value) => [load('fetcher').sendable(stateOf(value))],
      receive: (handle) => disposable(load('fetcher').makeFetcher(handle)),
    },
    readable: {
      is: (value) => is.ReadableStream?.(value),
      send: (value) => [load('rpcstreams').sendReadable(value)],
      receive: (handle) => load('rpcstreams').receiveReadable(handle),
    },
    writable: {
      is: (value) => is.ReadableStream && value instanceof load('streams').WritableStream,
      send: (value) => load('rpcstreams').sendWritable(value),
      receive: (bytes, back) => load('rpcstreams').receiveWritable(bytes, back),
    },
    headers: {
      is: (value) => is.Headers?.(value),
      send: (value) => [load('headers').textOf(value)],
      receive: (text) => load('headers').fromText(text, false),
    },
    request: {
      is: (value) => is.Request?.(value),
      send: (value) => [load('request').toMessage(value)],
      receive: (message) => host.rpc.request(message),
    },
    response: {
      is: (value) => is.Response?.(value),
      send(value) {
        const { cf } = value;
        const parts = [load('response').toMessage(value)];
        if (cf !== undefined) parts.push(JSON.stringify(cf));
        return parts;
      },
      receive(message, cf) {
        const response = host.rpc.response(message);
        if (cf !== undefined) Object.defineProperty(response, 'cf', { value: JSON.parse(cf), configurable: true });
        return response;
      },
    },
    objectClass: {
      is: (value) => is.DurableObjectClass?.(value),
      send: (value) => [load('loopback').handleOf(value)],
      receive: (handle) => load('loopback').makeClass(handle),
    },
    exception: {
      is: (value) => value instanceof Error && value instanceof DOMException,
      send: (value) => [value.name, value.message, String(value.stack)],
      receive(name, message, stack) {
        const error = new DOMException(message, name);
        Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
        return error;
      },
    },
    signal: {
      is: (value) => is.AbortSignal?.(value),
      send: (value) => [load('rpcsignals').send(value)],
      receive: (stub) => load('rpcsignals').receive(stub),
    },
    blob: {
      is: (value) => is.Blob?.(value) && value.constructor?.name !== 'File',
      send(value) {
        const bytes = load('blob').bytesOf(value);
        return [host.bodies.fromBytes(bytes.buffer, bytes.byteOffset, bytes.length), value.type];
      },
      receive: (handle, type) => new Blob([load('body').fromJava(host.bodies.buffer(handle))], { type }),
    },
  };
  const ROWS = Object.entries(KINDS);

  /** A Durable Object's stub or a service binding. */
  function isService(value) {
    return stateOf(value)?.handle !== undefined && !(value instanceof RpcStub);
  }

  /** Of a result, `using` may be said, also where there is nothing to give back. */
  function disposable(fetcher) {
    Object.defineProperty(fetcher, Symbol.dispose, { value: () => {}, configurable: true });
    return fetcher;
  }

  /** The sender keeps its own, and the receiver gets what its dup() gives, if it has one. */
  function duplicated(value, isSame, what) {
    const { dup } = value;
    if (typeof dup !== 'function') return value;
    const replacement = Reflect.apply(dup, value, []);
    if (isSame(replacement)) return replacement;
    throw new DOMException(
      what === 'function'
        ? "Couldn't create a stub for the function because it has a dup() method which did not return " +
          'another function. Either remove the dup() method or make sure it returns a function.'
        : "Couldn't create a stub for the RcpTarget because it has a dup() method which did not return " +
          'another RpcTarget. Either remove the dup() method or make sure it returns an RpcTarget.',
      'DataCloneError'
    );
  }

  return {
    isService,

    /**
     * Takes a function or an instance of a class apart: [kind, part, …]. Two kinds are Java's own:
     * 'stub' is one that exists, 'target' a value that has to get one (with whether its own
     * properties may be seen). `keeps`: whether the sender keeps what it sends.
     */
    send(value, keeps) {
      if (is.Loopback?.(value)) throw refuse(value.constructor.name);
      if (typeof value === 'function' && !isService(value)) {
        const state = stateOf(value);
        if (state === undefined) {
          const target = keeps ? duplicated(value, (v) => typeof v === 'function' && !isPending(v), 'function') : value;
          return ['target', target, !(target instanceof RpcTarget)];
        }
        if (value instanceof RpcStub) {
          check(state.owner, state.type);
          return ['stub', state.handle];
        }
        throw refuse(state.promise === undefined ? 'RpcProperty' : 'RpcPromise');
      }
      if (value instanceof RpcTarget) {
        return ['target', keeps ? duplicated(value, (v) => v instanceof RpcTarget, 'target') : value, false];
      }
      for (const [kind, row] of ROWS) {
        if (row.is(value)) return [kind, ...row.send(value)];
      }
      const { constructor } = value;
      throw refuse(typeof constructor === 'function' ? constructor.name : 'Object');
    },

    /** Puts together what another isolate has taken apart. */
    receive(kind, ...parts) {
      return kind === 'stub' ? makeStub(parts[0]) : KINDS[kind].receive(...parts);
    },

    disposed() {
      throw new Error('RPC stub used after being disposed.');
    },

    tooLarge(size) {
      throw new Error(
        'Serialized RPC arguments or return values are limited to 32MiB, but the size of this value was: ' +
          `${size} bytes.`
      );
    },
  };
})
