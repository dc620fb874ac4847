/** The words of a benchmark's command line. */
import { parseArgs } from 'node:util';

/**
 * The values of the options that have these defaults. Where the default is a number, so is the value: a
 * whole one above zero. Anything else is said on standard error, and ends the process with 2.
 */
export function readOptions(defaults) {
  const { values } = parsed(defaults);
  return Object.fromEntries(
    Object.entries(defaults).map(([name, standard]) => [name, typeof standard === 'number' ? positive(name, values[name]) : values[name]]),
  );
}

function parsed(defaults) {
  const options = Object.fromEntries(Object.entries(defaults).map(([name, standard]) => [name, { type: 'string', default: String(standard) }]));
  try {
    return parseArgs({ options });
  } catch (e) {
    return refuse(e.message);
  }
}

function positive(name, word) {
  const number = Number(word);
  return Number.isInteger(number) && number > 0 ? number : refuse(`--${name} wants a positive number, not ${word}`);
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}
