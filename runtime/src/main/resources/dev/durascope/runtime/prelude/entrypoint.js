// A worker's stateless entrypoints: an exported object of handlers, or an exported class, of which
// an instance is made for each event.
(function (host, load) {
  'use strict';
  const workers = load('workers');

  return {
    /** The ctx of one more event for the default handlers. */
    nextCtx: (waitUntil) => workers.executionContext(waitUntil, {}),

    /** [an instance, null] for a class, or [the object of handlers, its ctx]. */
    open(module, name, props, env, waitUntil) {
      const exported = module[name];
      const ctx = workers.executionContext(waitUntil, props ?? {});
      if (typeof exported === 'function') {
        const { WorkerEntrypoint, WorkflowEntrypoint } = workers;
        if (!(exported.prototype instanceof WorkerEntrypoint || exported.prototype instanceof WorkflowEntrypoint)) {
          throw new TypeError(
            `The entrypoint name ${name} refers to a Durable Object class, but the incoming request is ` +
              'trying to invoke it as a stateless worker.'
          );
        }
        return [new exported(ctx, env), null];
      }
      if (exported !== null && typeof exported === 'object') return [exported, ctx];
      if (name === 'default') return [{}, ctx];
      throw new TypeError(
        `The entrypoint name ${name} was not found in this worker. Ensure the worker exports an entrypoint ` +
          'with that name.'
      );
    },
  };
})
