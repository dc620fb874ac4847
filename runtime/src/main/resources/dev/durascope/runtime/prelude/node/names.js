// Which modules of Node.js there are in this Worker.
(function (host) {
  'use strict';
  return {
    names: host.flags.nodeModules().split(' '),
    prefixOnly: new Set(['sqlite']),
  };
})
