const counter = require('./counter.cjs');
exports.next = counter.next;
exports.same = require('./counter.cjs') === counter;
exports.isExports = this === exports;
