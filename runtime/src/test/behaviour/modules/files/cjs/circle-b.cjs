exports.seen = require('./circle-a.cjs').name; exports.name = 'b';
