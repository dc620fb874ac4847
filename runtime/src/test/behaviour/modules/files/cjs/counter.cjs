let count = 0;
module.exports = { next: () => ++count, filename: __filename, dirname: __dirname };
