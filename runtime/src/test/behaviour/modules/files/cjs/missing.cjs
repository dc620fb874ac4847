exports.find = (name) => require(name);
