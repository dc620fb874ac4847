// ctx.storage.sql: https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/
//
// A cursor reads a row when it is asked for it, so code that stops early has not paid for the rest.
// The row after the one that was taken is there already: Java brings the first with the statement.
(function (host, load) {
  'use strict';
  const { execute, next, rest, rowsWritten, databaseSize } = host.sql;

  const residents = load('residents');

  const TEXT_OF_SYMBOL = 'Cannot convert a Symbol value to a string';

  // What Java passed last.
  let received;
  const receive = (...values) => {
    received = values;
  };

  function parameter(value) {
    switch (typeof value) {
      case 'string':
        return value.isWellFormed() ? value : value.toWellFormed();
      case 'number':
        return value;
      case 'undefined':
        return null;
      case 'bigint':
        throw new TypeError('Cannot convert a BigInt value to a number');
      case 'symbol':
        throw new TypeError(TEXT_OF_SYMBOL);
      default:
        if (value === null) return null;
        if (value instanceof ArrayBuffer) return value;
        if (ArrayBuffer.isView(value)) {
          return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
        }
        return parameter(String(value));
    }
  }

  function result(value) {
    return value === null ? null : new ArrayBuffer(value).slice(0);
  }

  function convert(values, from) {
    for (let i = from; i < values.length; i++) {
      if (typeof values[i] === 'object') values[i] = result(values[i]);
    }
  }

  const SECRET = Symbol('made by the platform');

  class Cursor {
    #owner = residents.current;
    #cursor;
    #columns;
    #ahead = null;
    #done;
    #rowsRead;
    #rowsReadAhead;

    constructor(secret, text, values) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      execute(receive, text, ...values);
      const count = received[2];
      this.#cursor = received[0];
      this.#columns = received.slice(3, 3 + count);
      this.#rowsReadAhead = received[3 + count];
      this.#done = received[4 + count];
      const hasRow = received.length > 5 + count;
      if (hasRow) this.#ahead = received.slice(5 + count);
      this.#rowsRead = hasRow ? received[1] : this.#rowsReadAhead;
    }

    /** The values of the next row, or null. */
    #take() {
      let row = this.#ahead;
      if (row !== null) {
        this.#ahead = null;
        this.#rowsRead = this.#rowsReadAhead;
      } else if (this.#done) {
        return null;
      } else {
        residents.check(this.#owner);
        next(receive, this.#cursor);
        this.#rowsRead = received[0];
        this.#done = received[1];
        if (received.length < 3) return null;
        row = received.slice(2);
      }
      convert(row, 0);
      return row;
    }

    /** The row whose values begin at `from`, as an object. */
    #object(values, from = 0) {
      const row = {};
      const columns = this.#columns;
      for (let i = 0; i < columns.length; i++) {
        const name = columns[i];
        const value = values[from + i];
        if (name === '__proto__') {
          Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
        } else {
          row[name] = value;
        }
      }
      return row;
    }

    /** All rows that are left, each made of the values from an index on. */
    #takeAll(shape) {
      const rows = [];
      if (this.#ahead !== null) rows.push(shape(this.#take(), 0));
      const width = this.#columns.length;
      while (!this.#done) {
        residents.check(this.#owner);
        rest(receive, this.#cursor);
        const values = received;
        this.#rowsRead = values[0];
        this.#done = values[1];
        convert(values, 2);
        for (let i = 2; i < values.length; i += width) rows.push(shape(values, i));
      }
      return rows;
    }

    next() {
      const values = this.#take();
      return values === null ? { done: true, value: undefined } : { done: false, value: this.#object(values) };
    }

    toArray() {
      return this.#takeAll((values, from) => this.#object(values, from));
    }

    one() {
      const values = this.#take();
      if (values === null) {
        throw new Error('Expected exactly one result from SQL query, but got no results.');
      }
      if (!this.#done) {
        this.#takeAll(() => null);
        throw new Error('Expected exactly one result from SQL query, but got multiple results.');
      }
      return this.#object(values);
    }

    raw() {
      return iterator(
        RAW,
        () => this.#take(),
        () => this.#takeAll((values, from) => values.slice(from, from + this.#columns.length))
      );
    }

    get columnNames() {
      return this.#columns;
    }

    get rowsRead() {
      return this.#rowsRead;
    }

    get rowsWritten() {
      residents.check(this.#owner);
      return rowsWritten(this.#cursor);
    }

    [Symbol.iterator]() {
      return iterator(
        ROWS,
        () => {
          const values = this.#take();
          return values === null ? null : this.#object(values);
        },
        () => this.toArray()
      );
    }
  }

  const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  const STEPS = new WeakMap();

  function iteratorPrototype(tag) {
    const prototype = Object.create(IteratorPrototype, {
      [Symbol.toStringTag]: { value: tag, configurable: true },
    });
    Object.assign(prototype, {
      next() {
        const value = STEPS.get(this).step();
        return value === null ? { done: true, value: undefined } : { done: false, value };
      },
      toArray() {
        return STEPS.get(this).all();
      },
    });
    return prototype;
  }

  const ROWS = iteratorPrototype('RowIterator');
  const RAW = iteratorPrototype('RawIterator');

  function iterator(prototype, step, all) {
    const made = Object.create(prototype);
    STEPS.set(made, { step, all });
    return made;
  }

  class Statement {
    constructor() {
      throw new TypeError('Illegal constructor');
    }
  }

  class SqlStorage {
    #disabled;
    #owner;

    /** `disabled` is the error of classes that have no SQL, or null; `owner` the object's memory. */
    constructor(disabled, owner) {
      this.#disabled = disabled;
      this.#owner = owner;
    }

    #check() {
      if (this.#disabled !== null) throw new Error(this.#disabled);
      residents.check(this.#owner);
    }

    exec(query, ...bindings) {
      if (arguments.length === 0) {
        throw new TypeError("Failed to execute 'exec' on 'SqlStorage': parameter 1 is not of type 'String'.");
      }
      const text = String(query);
      const values = bindings.map(parameter);
      this.#check();
      return new Cursor(SECRET, text, values);
    }

    get databaseSize() {
      this.#check();
      return databaseSize();
    }
  }

  for (const [type, tag] of [[SqlStorage, 'SqlStorage'], [Cursor, 'Cursor'], [Statement, 'Statement']]) {
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: tag, configurable: true });
  }
  for (const [name, value] of Object.entries({ Cursor, Statement })) {
    Object.defineProperty(SqlStorage.prototype, name, { value, configurable: true, writable: true, enumerable: false });
  }

  const { refuseClones } = load('webidl');
  refuseClones(Cursor);
  refuseClones(Statement);
  refuseClones(SqlStorage);

  return { SqlStorage };
})
