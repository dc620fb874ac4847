// How console shows a value: as Node does, near enough that a Node user feels at home. Getters are
// named, not run; cycles and depth are cut; classes, collections, errors and bytes show themselves.
(function (host, load) {
  'use strict';

  const DEFAULT_DEPTH = 2;
  const MAX_ITEMS = 100;
  const MAX_STRING = 10_000;
  const LINE_WIDTH = 76;

  const { is } = load('webidl');
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const typedArrayName = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag).get;

  /** A string in quotes, the first kind that it does not contain. */
  function quote(text) {
    const shown = text.length > MAX_STRING ? `${text.slice(0, MAX_STRING)}` : text;
    const mark = ["'", '"', '`'].find((m) => !shown.includes(m)) ?? "'";
    const escaped = shown
      .replaceAll('\\', '\\\\')
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t')
      .replaceAll(mark, `\\${mark}`);
    const more = text.length - shown.length;
    return `${mark}${escaped}${mark}${more > 0 ? `... ${more} more characters` : ''}`;
  }

  function key(name) {
    if (typeof name === 'symbol') return `[${String(name)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
  }

  /** The name of the class a value was made by; null for an object without prototype. */
  function className(value) {
    for (let o = Object.getPrototypeOf(value); o !== null; o = Object.getPrototypeOf(o)) {
      const constructor = Object.getOwnPropertyDescriptor(o, 'constructor')?.value;
      if (typeof constructor === 'function' && constructor.name !== '') return constructor.name;
    }
    return null;
  }

  function primitive(value) {
    switch (typeof value) {
      case 'string':
        return quote(value);
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return String(value);
      case 'number':
        return Object.is(value, -0) ? '-0' : `${value}`;
      default:
        return `${value}`;
    }
  }

  class Inspection {
    #maxDepth;
    #path = []; // the objects around the value at hand
    #circular = new Map(); // objects that contain themselves, with their reference's number

    constructor(maxDepth) {
      this.#maxDepth = maxDepth;
    }

    show(value, depth) {
      if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
        return primitive(value);
      }
      if (this.#path.includes(value)) {
        if (!this.#circular.has(value)) this.#circular.set(value, this.#circular.size + 1);
        return `[Circular *${this.#circular.get(value)}]`;
      }
      this.#path.push(value);
      try {
        const text = this.#object(value, depth);
        return this.#circular.has(value) ? `<ref *${this.#circular.get(value)}> ${text}` : text;
      } finally {
        this.#path.pop();
      }
    }

    #object(value, depth) {
      const custom = value[Symbol.for('nodejs.util.inspect.custom')];
      if (typeof custom === 'function') {
        const shown = custom.call(value, this.#maxDepth - depth, {}, (v) => this.show(v, depth + 1));
        return typeof shown === 'string' ? shown : this.show(shown, depth);
      }
      const name = className(value);
      if (value instanceof Error) return this.#error(value, depth);
      if (typeof value === 'function') return this.#function(value, depth);
      if (Array.isArray(value)) return this.#array(value, name, depth);
      const tag = typedArrayName.call(value);
      if (tag !== undefined) return this.#typedArray(value, name ?? tag, depth);
      if (value instanceof Map) return this.#map(value, name, depth);
      if (value instanceof Set) return this.#set(value, name, depth);
      if (value instanceof Date) return isNaN(value) ? 'Invalid Date' : value.toISOString();
      if (value instanceof RegExp) return `${RegExp.prototype.toString.call(value)}`;
      if (value instanceof Promise) return 'Promise {}';
      if (value instanceof WeakMap || value instanceof WeakSet) return `${name} { <items unknown> }`;
      if (value instanceof ArrayBuffer) return this.#buffer(value);
      for (const Wrapper of [String, Number, Boolean, BigInt, Symbol]) {
        if (value instanceof Wrapper) return `[${Wrapper.name}: ${primitive(value.valueOf())}]`;
      }
      if (is.Headers?.(value) || is.URLSearchParams?.(value) || is.FormData?.(value)) {
        return this.#pairs([...value], name, depth);
      }
      return this.#plain(value, name, depth);
    }

    #plain(value, name, depth) {
      const tag = value[Symbol.toStringTag];
      let prefix = name === null ? '[Object: null prototype] ' : name === 'Object' ? '' : `${name} `;
      if (typeof tag === 'string' && tag !== '' && tag !== name) prefix = `${prefix || 'Object '}[${tag}] `;
      if (depth > this.#maxDepth) return `[${prefix.trim() || 'Object'}]`;
      const parts = this.#properties(value, depth);
      if (typeof tag === 'string' && parts.length === 0) parts.push(...this.#accessors(value, depth));
      return this.#braces(`${prefix}{`, parts, '}');
    }

    /** What an instance of the platform's classes shows: the values its class computes. */
    #accessors(value, depth) {
      const prototype = Object.getPrototypeOf(value);
      const parts = [];
      if (!load('platformclasses').has(prototype)) return parts;
      for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
        if (!descriptor.get || ['body', 'signal', 'srcElement'].includes(name)) continue;
        parts.push(`${name}: ${this.show(descriptor.get.call(value), depth + 1)}`);
      }
      return parts;
    }

    #properties(value, depth, skip = () => false) {
      const parts = [];
      for (const name of Reflect.ownKeys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, name);
        if (!property?.enumerable || skip(name)) continue;
        parts.push(`${key(name)}: ${this.#property(property, depth)}`);
      }
      return parts;
    }

    #property({ get, set, value }, depth) {
      if (get) return set ? '[Getter/Setter]' : '[Getter]';
      return set ? '[Setter]' : this.show(value, depth + 1);
    }

    #array(value, name, depth) {
      const prefix = name === 'Array' ? '' : `${name ?? '[Array: null prototype]'}(${value.length}) `;
      if (depth > this.#maxDepth) return `[${name ?? 'Array'}]`;
      const parts = [];
      let holes = 0;
      const flush = () => {
        if (holes > 0) parts.push(`<${holes} empty item${holes === 1 ? '' : 's'}>`);
        holes = 0;
      };
      const count = Math.min(value.length, MAX_ITEMS);
      for (let i = 0; i < count; i++) {
        const property = Object.getOwnPropertyDescriptor(value, i);
        if (property) {
          flush();
          parts.push(this.#property(property, depth));
        } else {
          holes++;
        }
      }
      flush();
      this.#more(parts, value.length - count);
      parts.push(...this.#properties(value, depth, (k) => typeof k === 'string' && /^\d+$/.test(k)));
      return this.#braces(`${prefix}[`, parts, ']');
    }

    #more(parts, count) {
      if (count > 0) parts.push(`... ${count} more item${count === 1 ? '' : 's'}`);
    }

    #typedArray(value, name, depth) {
      if (depth > this.#maxDepth) return `[${name}]`;
      const parts = Array.from(value.subarray(0, MAX_ITEMS), primitive);
      this.#more(parts, value.length - MAX_ITEMS);
      return this.#braces(`${name}(${value.length}) [`, parts, ']');
    }

    #buffer(value) {
      const bytes = new Uint8Array(value, 0, Math.min(50, value.byteLength));
      const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(' ');
      const more = value.byteLength > 50 ? ` ... ${value.byteLength - 50} more bytes` : '';
      return `ArrayBuffer { [Uint8Contents]: <${hex}${more}>, byteLength: ${value.byteLength} }`;
    }

    #map(value, name, depth) {
      return this.#pairs([...value], name, depth, this.#properties(value, depth));
    }

    /** What consists of keys and values: maps, headers, forms. */
    #pairs(pairs, name, depth, more = []) {
      if (depth > this.#maxDepth) return `[${name}]`;
      const parts = pairs
        .slice(0, MAX_ITEMS)
        .map(([k, v]) => `${this.show(k, depth + 1)} => ${this.show(v, depth + 1)}`);
      this.#more(parts, pairs.length - MAX_ITEMS);
      return this.#braces(`${name}(${pairs.length}) {`, [...parts, ...more], '}');
    }

    #set(value, name, depth) {
      const prefix = `${name}(${value.size}) `;
      if (depth > this.#maxDepth) return `[${name}]`;
      const parts = [];
      for (const item of value) {
        if (parts.length === MAX_ITEMS) break;
        parts.push(this.show(item, depth + 1));
      }
      this.#more(parts, value.size - MAX_ITEMS);
      return this.#braces(`${prefix}{`, [...parts, ...this.#properties(value, depth)], '}');
    }

    #function(value, depth) {
      const isClass = /^class\b/.test(Function.prototype.toString.call(value));
      const parent = isClass ? Object.getPrototypeOf(value)?.name : '';
      const kind = isClass ? 'class' : (className(value) ?? 'Function');
      const base = isClass
        ? `[class ${value.name || '(anonymous)'}${parent ? ` extends ${parent}` : ''}]`
        : `[${kind}${value.name ? `: ${value.name}` : ' (anonymous)'}]`;
      const parts = depth > this.#maxDepth ? [] : this.#properties(value, depth);
      return parts.length === 0 ? base : this.#braces(`${base} {`, parts, '}');
    }

    #error(error, depth) {
      const head = `${error.name}: ${error.message}`;
      const stack = typeof error.stack === 'string' && error.stack !== '' ? error.stack : '';
      let text = stack.includes('\n')
        ? stack.startsWith(error.name)
          ? stack
          : `${head}\n${stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n')}`
        : depth === 0
          ? head
          : `[${head}]`;
      const parts = this.#properties(error, depth, (k) => ['stack', 'message', 'name'].includes(k));
      for (const name of ['cause', 'errors']) {
        const own = Object.getOwnPropertyDescriptor(error, name);
        if (own && !own.enumerable && 'value' in own) {
          parts.push(`[${name}]: ${this.show(own.value, depth + 1)}`);
        }
      }
      if (parts.length > 0) {
        text += ` {\n${parts.map((part) => indent(part)).join(',\n')}\n}`;
      }
      return text;
    }

    #braces(open, parts, close) {
      if (parts.length === 0) return `${open}${close}`;
      const line = `${open} ${parts.join(', ')} ${close}`;
      if (line.length + 2 * this.#path.length <= LINE_WIDTH && !line.includes('\n')) return line;
      return `${open}\n${parts.map((part) => indent(part)).join(',\n')}\n${close}`;
    }
  }

  function indent(text) {
    return `  ${text.replaceAll('\n', '\n  ')}`;
  }

  /** A value as text; `depth` levels of nested objects are shown. */
  function inspect(value, depth = DEFAULT_DEPTH) {
    try {
      return new Inspection(depth).show(value, 0);
    } catch (error) {
      return `<a value that cannot be shown: ${error?.message ?? error}>`;
    }
  }

  /** A value of a log line: a string is shown bare. */
  function plain(value) {
    return typeof value === 'string' ? value : inspect(value);
  }

  function substitute(directive, value) {
    switch (directive) {
      case 's':
        if (typeof value === 'string') return value;
        if (typeof value === 'object' && value !== null) return inspect(value, 0);
        return typeof value === 'bigint' ? `${value}n` : Object.is(value, -0) ? '-0' : String(value);
      case 'd':
        return typeof value === 'bigint' ? `${value}n` : typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : `${Number(value)}`;
      case 'i':
        return typeof value === 'bigint' ? `${value}n` : typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : `${parseInt(value, 10)}`;
      case 'f':
        return typeof value === 'symbol' ? 'NaN' : `${parseFloat(value)}`;
      case 'j':
        try {
          return JSON.stringify(value) ?? 'undefined';
        } catch {
          return '[Circular]';
        }
      case 'o':
        return inspect(value, 4);
      case 'O':
        return inspect(value);
      default: // c: a style, for terminals without one
        return '';
    }
  }

  /** The text of a log line: printf-like directives in the first string, then the rest. */
  function format(...args) {
    const [first, ...rest] = args;
    if (typeof first !== 'string') return args.map(plain).join(' ');
    let text = first;
    if (first.includes('%') && rest.length > 0) {
      text = first.replace(/%([sdifjoOc%])/g, (all, directive) => {
        if (directive === '%') return '%';
        return rest.length === 0 ? all : substitute(directive, rest.shift());
      });
    }
    return [text, ...rest.map(plain)].join(' ');
  }

  return { inspect, format };
})
