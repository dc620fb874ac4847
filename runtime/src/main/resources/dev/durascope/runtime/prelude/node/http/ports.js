// The servers of node:http that listen, by their port. There is no socket beneath: `cloudflare:node` finds a
// server here, and hands requests to it.
(function () {
  'use strict';
  return new Map();
})
