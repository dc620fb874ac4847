// ctx.facets: objects within an object. https://developers.cloudflare.com/durable-objects/api/facets/
(function (host, load) {
  'use strict';
  const { expose, refuseClones } = load('webidl');
  const SECRET = Symbol('facets');

  const unavailable = (method) => () => {
    throw new Error(`ctx.facets.${method}() is not available in this version of Durascope.`);
  };

  class DurableObjectFacets {
    constructor(token) {
      if (token !== SECRET) throw new TypeError('Illegal constructor');
    }
  }
  for (const method of ['get', 'abort', 'delete', 'clone']) DurableObjectFacets.prototype[method] = unavailable(method);
  expose(DurableObjectFacets);
  refuseClones(DurableObjectFacets);

  return { DurableObjectFacets, SECRET };
})
