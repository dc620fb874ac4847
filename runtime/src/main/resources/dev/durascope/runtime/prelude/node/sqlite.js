// node:sqlite: a Worker's databases are those of its Durable Objects, and D1.
(function (host, load) {
  'use strict';
  const { absentClass, functions } = load('node/absent');
  return {
    DatabaseSync: absentClass('DatabaseSync'),
    StatementSync: absentClass('StatementSync'),
    ...functions('', 'backup'),
    constants: {
      SQLITE_CHANGESET_OMIT: 0,
      SQLITE_CHANGESET_REPLACE: 1,
      SQLITE_CHANGESET_ABORT: 2,
      SQLITE_CHANGESET_DATA: 1,
      SQLITE_CHANGESET_NOTFOUND: 2,
      SQLITE_CHANGESET_CONFLICT: 3,
      SQLITE_CHANGESET_CONSTRAINT: 4,
      SQLITE_CHANGESET_FOREIGN_KEY: 5,
    },
  };
})
