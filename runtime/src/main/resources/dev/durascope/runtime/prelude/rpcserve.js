// The receiving side of a remote call: finds what is meant, calls it, and tells Java of the outcome.
(function (host, load) {
  'use strict';
  const { told } = load('invoke');
  const { stateOf, isPending } = load('rpc');
  const { RpcTarget, DurableObject } = load('workers');

  // What a value is called as. Keep in step with Access.java.
  const OBJECT = 0; // the instance of a Durable Object's class
  const ENTRYPOINT = 1; // the instance of a WorkerEntrypoint
  const HANDLERS = 2; // a plain object of handlers, which take (argument, env, ctx)
  const TARGET = 3; // an RpcTarget: members of its class
  const OPEN = 4; // a plain object or a function: its own properties

  // What a result is for calls on it. Keep in step with ResultForm.java.
  const VALUE = 0;
  const PLAIN = 1;
  const STUB = 2;
  const SERVICE = 3;

  // "fetch" and "connect" are no calls, and events of an object come in by other ways.
  const RESERVED_AT_ENTRANCE = new Set([
    'fetch',
    'connect',
    'alarm',
    'webSocketMessage',
    'webSocketClose',
    'webSocketError',
    'dup',
    'constructor',
  ]);
  const RESERVED = new Set(['dup', 'constructor']);

  const HANDLER_ARITY = 3;
  const MAX_ARITY = 256;

  const missing = (name) =>
    new TypeError(`The RPC receiver does not implement the method "${name}".`);

  function member(object, name, own, reserved) {
    if (reserved.has(name)) {
      throw new TypeError(`'${name}' is a reserved method and cannot be called over RPC.`);
    }
    if (own) {
      if (!Object.hasOwn(object, name)) throw missing(name);
      return object[name];
    }
    if (stateOf(object) === undefined && Object.hasOwn(object, name)) throw missing(name);
    const value = object[name];
    if (value === Object.prototype[name]) throw missing(name);
    return value;
  }

  /** Whether own properties of a member may be used on the way; undefined if it is no way at all. */
  function accessOf(value, inStub) {
    if (Object.getPrototypeOf(value) === Object.prototype) return true;
    if (value instanceof RpcTarget) return false;
    if (stateOf(value) !== undefined) {
      return !isPending(value) || inStub ? false : undefined;
    }
    return typeof value === 'function' ? true : undefined;
  }

  /** Calls what the path leads to, or gives it where there are no arguments. */
  function perform(access, target, path, args, env, ctx) {
    const reserved = access < TARGET ? RESERVED_AT_ENTRANCE : RESERVED;
    let own = access === OPEN || access === HANDLERS;
    let self = target;
    let value = target;
    if (typeof path === 'string') {
      value = member(target, path, own, reserved);
    } else if (path !== null) {
      let inStub = false;
      const last = path.length - 1;
      for (let i = 0; i < last; i++) {
        const next = member(self, path[i], own, reserved);
        if ((typeof next !== 'object' && typeof next !== 'function') || next === null) {
          throw missing(path[i]);
        }
        own = accessOf(next, inStub);
        if (own === undefined) throw missing(path[i]);
        inStub ||= stateOf(next) !== undefined;
        self = next;
      }
      value = member(self, path[last], own, reserved);
    }
    if (args === null) return value;
    const name = path === null ? '(this)' : typeof path === 'string' ? path : path.join('.');
    if (typeof value !== 'function') throw new TypeError(`"${name}" is not a function.`);
    if (access === HANDLERS) return callHandler(value, self, name, args, env, ctx);
    return Reflect.apply(value, self, args);
  }

  function callHandler(handler, self, name, args, env, ctx) {
    const arity = Math.trunc(Number(handler.length));
    if (!(arity >= 0 && arity < MAX_ARITY)) {
      throw new TypeError(`RPC function has unreasonable length attribute: ${arity}`);
    }
    if (arity > HANDLER_ARITY) {
      throw new TypeError(
        `Cannot call handler function "${name}" over RPC because it has the wrong number of arguments. ` +
          'A simple function handler can only be called over RPC if it has exactly the arguments ' +
          '(arg, env, ctx), where only the first argument comes from the client. To support ' +
          'multi-argument RPC functions, use class-based syntax (extending WorkerEntrypoint) instead.'
      );
    }
    if (args.length !== 1) {
      throw new TypeError(
        `Attempted to call RPC function "${name}" with the wrong number of arguments. When calling a ` +
          'top-level handler function that is not declared as part of a class, you must always send ' +
          'exactly one argument. In order to support variable numbers of arguments, the server must ' +
          'use class-based syntax (extending WorkerEntrypoint) instead.'
      );
    }
    return Reflect.apply(handler, self, [args[0], env, ctx]);
  }

  /** Tells Java of a result, and what it is for calls on it. */
  function finish(value, ok) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      ok(value, VALUE, null);
    } else if (Object.getPrototypeOf(value) === Object.prototype) {
      const dispose = value[Symbol.dispose];
      if (dispose !== undefined) delete value[Symbol.dispose];
      ok(value, PLAIN, typeof dispose === 'function' ? dispose : null);
    } else if (load('rpcvalues').isService(value)) {
      ok(value, SERVICE, null);
    } else if (typeof value === 'function' || value instanceof RpcTarget) {
      ok(value, STUB, null);
    } else {
      ok(value, VALUE, null);
    }
  }

  return {
    /**
     * One call. `path` is a name, a list of names, or null for the target itself; `args` is null if
     * only the value is asked for. Ends in `ok(value, form, dispose)` or in
     * `fail(name, message, stack, error)`.
     */
    serve(access, target, path, args, ok, fail, env, ctx) {
      const failed = (error) => fail(...told(error));
      let outcome;
      try {
        if (access === OBJECT && !(target instanceof DurableObject)) {
          throw new TypeError(
            'The receiving Durable Object does not support RPC, because its class was not declared with ' +
              '`extends DurableObject`. In order to enable RPC, make sure your class extends the special ' +
              'class `DurableObject`, which can be imported from the module "cloudflare:workers".'
          );
        }
        outcome = perform(access, target, path, args, env, ctx);
      } catch (error) {
        failed(error);
        return;
      }
      const isThenable =
        outcome !== null &&
        (typeof outcome === 'object' || typeof outcome === 'function') &&
        typeof outcome.then === 'function';
      if (isThenable) Promise.resolve(outcome).then((value) => finish(value, ok)).catch(failed);
      else {
        try {
          finish(outcome, ok);
        } catch (error) {
          failed(error);
        }
      }
    },

    /** Runs the Symbol.dispose of a value that nobody refers to any more. */
    dispose(value, dispose) {
      const action = dispose ?? value[Symbol.dispose];
      if (typeof action === 'function') Reflect.apply(action, value, []);
    },

    hasDispose: (value) => typeof value[Symbol.dispose] === 'function',
  };
})
