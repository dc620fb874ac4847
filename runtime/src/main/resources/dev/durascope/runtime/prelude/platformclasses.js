// The prototypes of the platform's own classes, whose getters are safe to run for display.
(function (host, load) {
  'use strict';
  const CLASSES = {
    request: ['Request'],
    response: ['Response'],
    url: ['URL'],
    events: ['Event', 'CustomEvent', 'MessageEvent', 'CloseEvent', 'ErrorEvent'],
    blob: ['Blob', 'File'],
    websocket: ['WebSocket'],
  };
  const prototypes = new Set();
  for (const [file, names] of Object.entries(CLASSES)) {
    for (const name of names) prototypes.add(load(file)[name].prototype);
  }
  return { has: (prototype) => prototypes.has(prototype) };
})
