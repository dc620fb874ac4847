// util.parseEnv: the format of .env files, as Node.js reads it.
// https://nodejs.org/api/util.html#utilparseenvcontent
(function (host, load) {
  'use strict';
  const { requireString } = load('node/errors');

  // A name, and a value in quotes, which may span lines, or up to the end of the line or a comment.
  const LINE =
    /^[ \t]*(?:export[ \t]+)?([^\s=#][^\n=]*?)[ \t]*=[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`|[^\n#]*)/gm;

  return {
    parseEnv(content) {
      requireString(content, 'content');
      const result = {};
      for (const [, name, raw] of content.replaceAll('\r\n', '\n').matchAll(LINE)) {
        const quote = /^(["'`])([^]*)\1$/.exec(raw.trim());
        const value = quote ? quote[2] : raw.trim();
        result[name] = quote?.[1] === '"' ? value.replaceAll('\\n', '\n') : value;
      }
      return result;
    },
  };
})
