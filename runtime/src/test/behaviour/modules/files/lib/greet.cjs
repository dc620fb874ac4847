module.exports = function greet(name) { return 'hello ' + name; }; module.exports.kind = 'cjs';
