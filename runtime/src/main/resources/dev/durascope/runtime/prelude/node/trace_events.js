// node:trace_events: nothing is traced.
(function (host, load) {
  'use strict';
  const { coded, requireObject } = load('node/errors');

  class Tracing {
    #categories;
    enabled = false;

    constructor(categories) {
      this.#categories = categories;
    }
    get categories() {
      return this.#categories.join(',');
    }
    enable() {
      this.enabled = true;
    }
    disable() {
      this.enabled = false;
    }
  }

  return {
    createTracing(options) {
      requireObject(options, 'options');
      if (!options.categories?.length) {
        throw coded(TypeError, 'ERR_TRACE_EVENTS_CATEGORY_REQUIRED', 'At least one category is required');
      }
      return new Tracing(options.categories);
    },
    getEnabledCategories: () => '',
  };
})
