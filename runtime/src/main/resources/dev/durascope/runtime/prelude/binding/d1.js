// A D1 database: https://developers.cloudflare.com/d1/worker-api/
//
// Requests and answers are JSON, as between a Worker and D1: so bytes come back as arrays of numbers,
// and what is not finite as null.
(function (host, load) {
  'use strict';
  const { ask } = load('binding/calls');

  function failure(prefix, message) {
    return new Error(`${prefix}: ${message}`, { cause: new Error(message) });
  }

  /** The answers to `queries`, a list of [sql, params]; an error names the cause alone. */
  async function send(query, queries) {
    return JSON.parse(await ask(query, JSON.stringify(queries.map(([sql, params]) => ({ sql, params })))));
  }

  function objects({ columns, rows, meta }) {
    return {
      success: true,
      meta,
      results: rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value]))),
    };
  }

  function parameter(value) {
    const type = typeof value;
    if (type === 'number' || type === 'string') return value;
    if (type === 'boolean') return value ? 1 : 0;
    if (type === 'object') {
      if (value === null) return value;
      if (Array.isArray(value) && value.every((b) => typeof b === 'number' && b >= 0 && b < 256)) return value;
      if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) return Array.from(value);
    }
    throw failure('D1_TYPE_ERROR', `Type '${type}' not supported for value '${value}'`);
  }

  class D1PreparedStatement {
    #session;

    constructor(session, statement, params = []) {
      this.#session = session;
      this.statement = statement;
      this.params = params;
    }

    bind(...values) {
      return new D1PreparedStatement(this.#session, this.statement, values.map(parameter));
    }

    async #run() {
      const [result] = await this.#session.request([[this.statement, this.params]]);
      return result;
    }

    async first(column) {
      const [row] = objects(await this.#run()).results;
      if (row === undefined) return null;
      if (column === undefined) return row;
      if (row[column] === undefined) {
        throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`, {
          cause: new Error('Column not found'),
        });
      }
      return row[column];
    }

    async run() {
      return objects(await this.#run());
    }

    async all() {
      return objects(await this.#run());
    }

    async raw(options) {
      const { columns, rows } = await this.#run();
      return options?.columnNames ? [columns, ...rows] : rows;
    }
  }

  class D1DatabaseSession {
    #query;
    #bookmark;

    /** `bookmark`: the constraint or the bookmark that the user gave; null for no session at all. */
    constructor(query, bookmark) {
      this.#query = query;
      this.#bookmark = bookmark;
    }

    async request(queries) {
      let answer;
      try {
        answer = await send(this.#query, queries);
      } catch (error) {
        throw failure('D1_ERROR', error.message);
      }
      const { results, bookmark } = answer;
      const current = this.getBookmark();
      if (this.#bookmark !== null && (current === null || current < bookmark)) this.#bookmark = bookmark;
      return results;
    }

    prepare(query) {
      return new D1PreparedStatement(this, query);
    }

    async batch(statements) {
      const results = await this.request(statements.map(({ statement, params }) => [statement, params]));
      return results.map(objects);
    }

    getBookmark() {
      return this.#bookmark === 'first-primary' || this.#bookmark === 'first-unconstrained'
        ? null
        : this.#bookmark;
    }
  }

  class D1Database {
    #query;
    #session;

    constructor(query) {
      this.#query = query;
      this.#session = new D1DatabaseSession(query, null);
    }

    prepare(query) {
      return this.#session.prepare(query);
    }

    async batch(statements) {
      return this.#session.batch(statements);
    }

    /** Each line is a query, for what that is worth. */
    async exec(query) {
      const lines = query.trim().split('\n');
      try {
        const { results } = await send(this.#query, lines.map((line) => [line]));
        const duration = results.reduce((sum, { meta }) => sum + meta.duration, 0);
        return { count: results.length, duration };
      } catch (error) {
        throw failure('D1_EXEC_ERROR', `Error in line 1: ${lines[0]}: ${error.message}`);
      }
    }

    withSession(constraintOrBookmark) {
      return new D1DatabaseSession(this.#query, constraintOrBookmark?.trim() || 'first-unconstrained');
    }

    /** Gone from production, too. */
    async dump() {
      throw new Error('D1_DUMP_ERROR: Status + 404', { cause: new Error('Status 404') });
    }
  }

  const { refuseClones } = load('webidl');
  refuseClones(D1PreparedStatement);
  refuseClones(D1DatabaseSession);
  refuseClones(D1Database);

  return { bind: (name, options, { query }) => new D1Database(query) };
})
