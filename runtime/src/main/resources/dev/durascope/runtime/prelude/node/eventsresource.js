// EventEmitterAsyncResource of node:events: an emitter whose listeners run in the context in which it
// was made.
(function (host, load) {
  'use strict';
  const EventEmitter = load('node/events');
  const { AsyncResource } = load('node/async_hooks');

  class EventEmitterReferencingAsyncResource extends AsyncResource {
    #emitter;

    constructor(emitter, type) {
      super(type);
      this.#emitter = emitter;
    }

    get eventEmitter() {
      return this.#emitter;
    }
  }

  class EventEmitterAsyncResource extends EventEmitter {
    #resource;

    constructor(options) {
      super(typeof options === 'string' ? undefined : options);
      const name = typeof options === 'string' ? options : (options?.name ?? new.target.name);
      this.#resource = new EventEmitterReferencingAsyncResource(this, name);
    }

    emit(type, ...args) {
      return this.#resource.runInAsyncScope(super.emit, this, type, ...args);
    }

    emitDestroy() {
      this.#resource.emitDestroy();
    }

    get asyncId() {
      return this.#resource.asyncId();
    }

    get triggerAsyncId() {
      return this.#resource.triggerAsyncId();
    }

    get asyncResource() {
      return this.#resource;
    }
  }

  return { EventEmitterAsyncResource };
})
