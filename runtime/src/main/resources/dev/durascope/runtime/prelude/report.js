// reportError: an error that no user code will catch goes to the global `error` listeners, and
// unless one of them prevents it, to the log.
(function (host, load) {
  'use strict';
  const { wrongArgument } = load('webidl');

  function reportError(error) {
    if (arguments.length === 0) throw wrongArgument('reportError', 'ServiceWorkerGlobalScope', 1, 'Value');
    const { globalTarget, listenerCount, ErrorEvent } = load('events');
    if (listenerCount(globalTarget, 'error') > 0) {
      const event = new ErrorEvent('error', {
        message: `Uncaught ${error}`,
        error,
        cancelable: true,
      });
      try {
        if (!globalTarget.dispatchEvent(event)) return;
      } catch (another) {
        load('console').logUncaught(another);
      }
    }
    load('console').logUncaught(error);
  }

  return { reportError };
})
