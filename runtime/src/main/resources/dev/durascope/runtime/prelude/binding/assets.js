// Static assets on the Worker's own request.
// https://developers.cloudflare.com/workers/static-assets/binding/
(function (host, load) {
  'use strict';
  const { expose } = load('webidl');
  const { ask } = load('binding/calls');

  class Fetcher {
    #java;

    constructor(java) {
      this.#java = java;
    }

    async fetch(input, init) {
      return ask(this.#java.fetch, load('messages').requestFrom(input, init));
    }
  }
  expose(Fetcher);

  return { bind: (name, options, java) => new Fetcher(java) };
})
