// What an error says of the errors behind it: its `cause`, that one's cause, and so on, and the
// `errors` of an AggregateError.
(function () {
  'use strict';
  const MAX_DEPTH = 8;
  const INDENT = '    ';

  function shown(value) {
    if (typeof value === 'object' && value !== null) {
      return String(value.stack || `${value.name ?? 'Error'}: ${value.message ?? ''}`);
    }
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }

  function indented(text) {
    return text.replace(/\n/g, `\n${INDENT}`);
  }

  function describe(label, value, depth) {
    const deeper = typeof value === 'object' && value !== null ? textOf(value, depth + 1) : '';
    return `\n${INDENT}[${label}]: ${indented(shown(value) + deeper)}`;
  }

  /** Text to follow the error's own stack; empty if nothing is behind it. */
  function textOf(error, depth = 0) {
    if (depth >= MAX_DEPTH) return '';
    let text = '';
    if (error.cause !== undefined) text += describe('cause', error.cause, depth);
    if (Array.isArray(error.errors)) {
      error.errors.forEach((each, i) => (text += describe(`errors][${i}`, each, depth)));
    }
    return text;
  }

  return { textOf };
})
