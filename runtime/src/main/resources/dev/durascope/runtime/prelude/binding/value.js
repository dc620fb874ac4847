// A plain value: a variable of the configuration, as JSON has it.
(function () {
  'use strict';
  return { bind: (name, options) => options };
})
