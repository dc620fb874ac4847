// ctx.facets: objects within an object, each with a class, an id and storage of its own. A stub starts
// its facet when it is first used, unless that runs; what it is to be is asked of the code then.
// https://developers.cloudflare.com/dynamic-workers/usage/durable-object-facets/
(function (host, load) {
  'use strict';
  const { expose, refuseClones, wrongArgument } = load('webidl');
  const { describe } = load('invoke');
  const { depth, stub, started, failed, abort, delete: remove, clone } = host.facets;

  const SECRET = Symbol('facets');
  const MAX_NAME_BYTES = 256;
  const MAX_DEPTH = 4; // the root Durable Object included

  function checkedNames(method, args, count) {
    return Array.from({ length: count }, (_, i) => {
      if (i >= args.length) throw wrongArgument(method, 'DurableObjectFacets', i + 1, 'string');
      const name = `${args[i]}`;
      if (new TextEncoder().encode(name).length > MAX_NAME_BYTES) {
        throw new TypeError(`Facet name is too long (max ${MAX_NAME_BYTES} characters).`);
      }
      if (name === '') throw new TypeError('Facet name is empty.');
      return name;
    });
  }

  /** Asks what a facet is to be, and tells Java. */
  async function begin(facet, getStartupOptions) {
    try {
      const given = getStartupOptions();
      if (given !== null && given !== undefined && typeof given !== 'object' && typeof given !== 'function') {
        throw new TypeError("Callback returned incorrect type; expected 'Promise'");
      }
      const options = await given;
      if (options === undefined || options === null) {
        throw new TypeError(
          'Cannot initialize N7workerd3api19DurableObjectFacets14StartupOptionsE with required members from an undefined or null value.'
        );
      }
      const type = load('loopback').handleOf(options.class);
      if (type === undefined) {
        throw new TypeError(
          "Incorrect type for the 'class' field on 'StartupOptions': the provided value is not of type " +
            "'DurableObjectClass or LoopbackDurableObjectNamespace or LoopbackColoLocalActorNamespace'."
        );
      }
      const { id } = options;
      if (id === undefined) started(facet, type, null, null, null);
      else if (load('namespace').isId(id)) started(facet, type, id.toString(), id.name ?? null, null);
      else started(facet, type, null, null, String(id));
    } catch (error) {
      failed(facet, ...describe(error));
    }
  }

  class DurableObjectFacets {
    constructor(token) {
      if (token !== SECRET) throw new TypeError('Illegal constructor');
    }

    get(...args) {
      const [name] = checkedNames('get', args, 1);
      const getStartupOptions = args[1];
      if (typeof getStartupOptions !== 'function') throw wrongArgument('get', 'DurableObjectFacets', 2, 'function');
      if (depth() + 1 >= MAX_DEPTH) {
        throw new Error(
          `Facet nesting depth limit exceeded. The maximum depth including the root Durable Object is ${MAX_DEPTH}.`
        );
      }
      return load('fetcher').makeFacetStub(stub(name, (facet) => void begin(facet, getStartupOptions)));
    }

    abort(...args) {
      const [name] = checkedNames('abort', args, 1);
      if (args.length < 2) throw wrongArgument('abort', 'DurableObjectFacets', 2, 'Value');
      abort(name, ...describe(args[1]));
    }

    delete(...args) {
      remove(...checkedNames('delete', args, 1));
    }

    clone(...args) {
      clone(...checkedNames('clone', args, 2));
    }
  }
  expose(DurableObjectFacets);
  refuseClones(DurableObjectFacets);

  return { DurableObjectFacets, SECRET };
})
