exports.name = 'a'; exports.other = require('./circle-b.cjs').name;
