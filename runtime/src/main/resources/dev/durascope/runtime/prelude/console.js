// console. Lines go to Java as level and text, how deep in groups they are and what they do to these
// (as Java's ConsoleLine.Group names it), with the values for a debugger that can expand them.
(function (host, load) {
  'use strict';
  const { inspect, format } = load('inspect');
  const { now } = host.timers;

  const counts = new Map();
  const times = new Map();
  let depth = 0;

  function write(level, text, values, group = 'NONE') {
    host.console.write(level, text, depth, group, ...values);
  }

  function startGroup(group, args) {
    write('log', format(...args), args, group);
    depth++;
  }

  function log(level, args) {
    write(level, format(...args), args);
  }

  function elapsed(label) {
    const start = times.get(label);
    if (start === undefined) {
      write('warn', `Timer '${label}' does not exist`, []);
      return null;
    }
    return `${label}: ${now() - start}ms`;
  }

  /** A table with a row an entry of `data`, a column a property. */
  function table(data, columns) {
    const rows = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
    const names = new Set(columns ?? []);
    let hasValues = false;
    for (const [, row] of rows) {
      if (typeof row !== 'object' || row === null) hasValues = true;
      else if (!columns) for (const name of Object.keys(row)) names.add(name);
    }
    const head = ['(index)', ...names, ...(hasValues ? ['Values'] : [])];
    const cells = rows.map(([index, row]) => {
      const isObject = typeof row === 'object' && row !== null;
      const line = [`${index}`];
      for (const name of names) line.push(isObject && name in row ? inspect(row[name], 0) : '');
      if (hasValues) line.push(isObject ? '' : inspect(row, 0));
      return line;
    });
    const widths = head.map((h, i) => Math.max(h.length, ...cells.map((line) => line[i].length)) + 2);
    const rule = (left, middle, right) => left + widths.map((w) => '─'.repeat(w)).join(middle) + right;
    const row = (line) => `│${line.map((cell, i) => ` ${cell}`.padEnd(widths[i])).join('│')}│`;
    return [rule('┌', '┬', '┐'), row(head), rule('├', '┼', '┤'), ...cells.map(row), rule('└', '┴', '┘')].join('\n');
  }

  const console = {
    log(...args) {
      log('log', args);
    },
    info(...args) {
      log('info', args);
    },
    warn(...args) {
      log('warn', args);
    },
    error(...args) {
      log('error', args);
    },
    debug(...args) {
      log('debug', args);
    },
    trace(...args) {
      const stack = `${new Error().stack}`.split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('durascope:'));
      write('log', [`Trace: ${format(...args)}`.trimEnd(), ...stack].join('\n'), args);
    },
    dir(value, options) {
      const depth = options?.depth;
      write('log', inspect(value, depth === null ? Infinity : depth), [value]);
    },
    dirxml(...args) {
      log('log', args);
    },
    table(data, columns) {
      if (typeof data === 'object' && data !== null) write('log', table(data, columns), [data]);
      else log('log', [data]);
    },
    group(...args) {
      startGroup('START', args);
    },
    groupCollapsed(...args) {
      startGroup('START_COLLAPSED', args);
    },
    groupEnd() {
      if (depth === 0) return;
      depth--;
      write('log', '', [], 'END');
    },
    count(label = 'default') {
      const count = (counts.get(`${label}`) ?? 0) + 1;
      counts.set(`${label}`, count);
      write('log', `${label}: ${count}`, []);
    },
    countReset(label = 'default') {
      counts.delete(`${label}`);
    },
    time(label = 'default') {
      times.set(`${label}`, now());
    },
    timeLog(label = 'default', ...args) {
      const text = elapsed(`${label}`);
      if (text !== null) write('log', args.length === 0 ? text : `${text} ${format(...args)}`, args);
    },
    timeEnd(label = 'default') {
      const text = elapsed(`${label}`);
      if (text !== null) write('log', text, []);
      times.delete(`${label}`);
    },
    assert(condition, ...args) {
      if (condition) return;
      if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
      else args.unshift('Assertion failed');
      log('error', args);
    },
    clear() {},
    timeStamp() {},
    profile() {},
    profileEnd() {},
  };
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });

  return {
    console,
    /** Writes an error that nobody caught. */
    logUncaught(error) {
      write('error', `Uncaught ${inspect(error)}`, [error]);
    },
  };
})
