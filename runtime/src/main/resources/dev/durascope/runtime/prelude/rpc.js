// The receiving side of a remote call, and other values that Java needs built.
(function (host, load) {
  'use strict';

  // Never reachable from outside: lifecycle handlers have events of their own.
  const RESERVED = new Set([
    'constructor',
    'fetch',
    'alarm',
    'webSocketMessage',
    'webSocketClose',
    'webSocketError',
    'dup',
  ]);

  function missing(method) {
    return new TypeError(`The RPC receiver does not implement the method "${method}".`);
  }

  return {
    /** Calls a public method of the prototype; own properties of the instance stay private. */
    call(instance, method, args) {
      if (!(instance instanceof load('workers').DurableObject)) {
        throw new TypeError(
          'The receiving Durable Object does not support RPC, because its class was not declared with ' +
            '`extends DurableObject`. In order to enable RPC, make sure your class extends the special ' +
            'class `DurableObject`, which can be imported from the module "cloudflare:workers".'
        );
      }
      if (RESERVED.has(method) || method in Object.prototype || Object.hasOwn(instance, method)) {
        throw missing(method);
      }
      if (typeof instance[method] !== 'function') throw missing(method);
      return instance[method](...args);
    },

    /** The argument of alarm(). */
    alarmInfo(isRetry, retryCount, scheduledTime) {
      return { isRetry, retryCount, scheduledTime };
    },

    /** A copy of Java's bytes that user code may keep. */
    arrayBuffer(bytes) {
      return new ArrayBuffer(bytes).slice(0);
    },
  };
})
