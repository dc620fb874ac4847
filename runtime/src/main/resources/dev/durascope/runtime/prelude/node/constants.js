// node:constants: those of os, fs and crypto in one place.
(function (host, load) {
  'use strict';
  const { errno, signals, priority, dlopen, files } = load('node/osconstants');
  return { ...dlopen, ...errno, ...priority, ...signals, ...files };
})
