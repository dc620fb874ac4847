// How Java calls into the user's code: a handler runs, and exactly one of two Java functions hears of
// the outcome. Errors leave as text, [name, message, stack], since no error object can.
(function (host, load) {
  'use strict';
  // Spread arguments, `f(...args)`, cost the interpreter several times what this does.
  const { apply } = Reflect;

  /** An error's stack, followed by those of its causes and of the errors that it gathers. */
  function stackOf(error) {
    let text = String(error.stack ?? '');
    const hasOwn = Object.prototype.hasOwnProperty;
    const isPlain = error.cause === undefined && !hasOwn.call(error, 'errors');
    return isPlain ? text : text + load('causes').textOf(error);
  }

  function describe(error) {
    if (error !== null && typeof error === 'object') {
      try {
        return [String(error.name ?? 'Error'), String(error.message ?? ''), stackOf(error)];
      } catch {
        return ['Error', 'The error that was thrown cannot be read', ''];
      }
    }
    return ['Error', String(error), ''];
  }

  /**
   * The same with the error itself, of which all goes along: [name, message, stack, error or null].
   * Not so a DOMException, which its name makes anew, and what is no object.
   */
  function told(error) {
    const isPlain =
      typeof error === 'object' && !(error instanceof Error && error.name !== 'Error' && error instanceof DOMException);
    return [...describe(error), isPlain ? error : null];
  }

  const constructors = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };

  // Those of DOMException's names that have no code.
  const NEWER_NAMES = new Set(['EncodingError', 'NotReadableError', 'UnknownError', 'ConstraintError',
    'DataError', 'TransactionInactiveError', 'ReadOnlyError', 'VersionError', 'OperationError',
    'NotAllowedError']);

  function make(name, message) {
    if (name in constructors) return new constructors[name](message);
    if (name !== 'Error') {
      const exception = new DOMException(message, name);
      if (exception.code !== 0 || NEWER_NAMES.has(name)) return exception;
    }
    return new Error(message);
  }

  function settle(outcome, ok, fail) {
    if (outcome !== null && typeof outcome === 'object' && typeof outcome.then === 'function') {
      Promise.resolve(outcome).then(
        (value) => ok(value),
        (error) => fail(...told(error))
      );
    } else {
      ok(outcome);
    }
  }

  return {
    describe,
    told,

    /** Calls `target[method](...args)`. */
    invoke(target, method, ok, fail, ...args) {
      let outcome;
      try {
        outcome = apply(target[method], target, args);
      } catch (error) {
        fail(...told(error));
        return;
      }
      settle(outcome, ok, fail);
    },

    /** Waits for a promise; the outcome's value is of no interest. */
    watch(promise, ok, fail) {
      Promise.resolve(promise).then(
        () => ok(),
        (error) => fail(...describe(error))
      );
    },

    /** Imports a module; `ok` gets its namespace. */
    load(specifier, ok, fail) {
      const { setEvaluating } = load('iocontext');
      setEvaluating(true);
      import(specifier)
        .finally(() => setEvaluating(false))
        .then(ok, (error) => fail(...describe(error)));
    },

    /** Has each rejection that nobody handles described to `listener`. */
    onUnhandledRejection(listener) {
      load('rejections').install((reason) => listener(...describe(reason)));
    },

    /** What is wrong with `candidate` as the class of a Durable Object; null if nothing. */
    classProblem(candidate) {
      if (candidate === undefined) return 'is not exported';
      if (typeof candidate !== 'function' || !candidate.prototype) return 'is not a class';
      return null;
    },

    /** Builds `new Class(ctx, env)`. */
    construct(Class, ctx, env, ok, fail) {
      let instance;
      try {
        instance = new Class(ctx, env);
      } catch (error) {
        fail(...told(error));
        return;
      }
      ok(instance);
    },

    hasMethod(target, method) {
      return typeof target?.[method] === 'function';
    },

    /**
     * An error of this isolate, made from what another isolate described; `value` is a copy of the
     * error itself, if all of it came, `objectId` the Durable Object that threw it. The rest is what
     * the platform knows of it, and says only where it holds.
     */
    revive(name, message, stack, value, objectId, remote, reset, overloaded, retryable) {
      const error = value ?? make(name, message);
      const isError = error instanceof Error;
      if (isError && error.name !== name) error.name = name;
      if (isError && stack) Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
      if (remote) error.remote = true;
      if (overloaded || error.overloaded) error.overloaded = true;
      else if (retryable || error.retryable) error.retryable = true;
      if (reset) error.durableObjectReset = true;
      if (objectId !== null && value !== null) error.durableObjectId = objectId;
      return error;
    },
  };
})
