exports.text = require('../note.txt'); exports.de = require('../lang/de.mjs');
