// Who I/O is done for. What holds something outside of JavaScript (a body, a socket, a stub) belongs
// to the request that made it, and another request cannot use it: that request may be over, and with
// it what it held. Before any request there is nobody to do I/O for: so there is none while the
// module is evaluated.
// https://developers.cloudflare.com/workers/observability/errors/
//
// A context is an object that stands for a request. Java opens one for each event of the stateless
// Worker, and brings what comes back from outside into the context that began it; in between the
// engine carries it through promises. An isolate in which nobody opens a context has one for all, null.
(function (host, load) {
  'use strict';
  const { AsyncContext } = load('boot').natives;

  let variable = null; // made with the first context
  let isEvaluating = false;

  const GLOBAL_SCOPE =
    'Disallowed operation called within global scope. Asynchronous I/O (ex: fetch() or connect()), setting ' +
    'a timeout, and generating random values are not allowed within global scope. To fix this error, perform ' +
    'this operation within a handler. https://developers.cloudflare.com/workers/runtime-apis/handlers/';

  const within = (one, other) =>
    `I/O objects (such as streams, request/response bodies, and others) created in the context of one ${one} ` +
    `cannot be accessed from a different ${other}. This is a limitation of Cloudflare Workers which allows us ` +
    'to improve overall performance.';
  const DIFFERENT_REQUEST =
    'Cannot perform I/O on behalf of a different request. ' + within('request handler', "request's handler");
  const DIFFERENT_OBJECT =
    'Cannot perform I/O on behalf of a different Durable Object. ' +
    within('Durable Object', 'Durable Object in the same isolate');

  const current = () => (variable === null ? null : (variable.get() ?? null));

  /** Calls `action` in a context. */
  function enter(context, action) {
    variable ??= new AsyncContext.Variable();
    return variable.run(context, action);
  }

  function requireHandler() {
    if (isEvaluating) throw new Error(GLOBAL_SCOPE);
  }

  function count(what) {
    requireHandler();
    const now = current();
    if (now === null) return;
    if (now.subrequests <= 0) {
      throw new Error(
        `Too many ${what} by single Worker invocation. To configure this limit, refer to ` +
          'https://developers.cloudflare.com/workers/wrangler/configuration/#limits'
      );
    }
    now.subrequests--;
  }

  return {
    enter,

    /** The context of now; null if there is none. */
    current,

    /** Calls `action` in a new context, for a request or for an object, that may send so many requests. */
    begin: (action, isObject, subrequests) => enter({ isObject, subrequests }, action),

    /** Counts a request to the outside; throws if there may be no more. */
    countFetch: () => count('subrequests'),

    /** The same for what goes to a service of the platform: an object, another worker, a binding. */
    countCall: () => count('API requests'),

    /** What the platform calls the classes of its own that hold I/O. */
    TYPES: {
      READABLE: 'ReadableStreamSource>',
      WRITABLE: 'Writable',
      CANCELLATION: 'Canceler',
      SOCKET: 'Native',
      OBJECT: 'OutgoingFactory',
      SERVICE: 'SubrequestChannel',
      STUB: 'Client',
      RESULT: 'Pipeline',
    },

    /** Throws while the module is evaluated: for what only a handler may do. */
    requireHandler,

    /** The context to which what is made now belongs; throws while the module is evaluated. */
    own() {
      requireHandler();
      return current();
    },

    /** Throws if something of context `owner` is used in another one. */
    check(owner, type) {
      if (!owner || variable === null) return;
      const now = variable.get();
      if (now === owner || now === undefined) return;
      throw new Error(`${now.isObject ? DIFFERENT_OBJECT : DIFFERENT_REQUEST} (I/O type: ${type})`);
    },

    isEvaluating: () => isEvaluating,

    /** Says that the evaluation of the module begins, or has ended. */
    setEvaluating(value) {
      isEvaluating = value;
    },
  };
})
