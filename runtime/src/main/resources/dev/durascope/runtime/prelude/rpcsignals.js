// AbortSignals in remote calls: the receiver gives the sender a function to call when it aborts.
(function (host, load) {
  'use strict';
  const { onAbort } = load('abort');

  return {
    /** A function for the other side to subscribe with. */
    send(signal) {
      if (!host.flags.isOn('enable_abortsignal_rpc')) {
        throw new DOMException('AbortSignal serialization is not enabled.', 'DataCloneError');
      }
      return host.rpc.wrap((aborted) => {
        if (signal.aborted) return aborted(signal.reason);
        const listener = aborted.dup();
        onAbort(signal, (reason) => {
          Promise.resolve(listener(reason))
            .catch(() => {})
            .finally(() => listener[Symbol.dispose]());
        });
      }, true);
    },

    receive(stub) {
      const subscribe = load('rpc').makeStub(host.rpc.dup(stub));
      const controller = new AbortController();
      subscribe((reason) => controller.abort(reason))
        .catch(() => {})
        .finally(() => subscribe[Symbol.dispose]());
      return controller.signal;
    },
  };
})
