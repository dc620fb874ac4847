// The format of server-sent events, `text/event-stream`: lines of fields, an empty line ends a
// message.
(function () {
  'use strict';

  /**
   * A reader that is fed chunks of bytes and gives `{data, type, id, retry}` for each field or
   * message that matters: `data` for a whole message, `id` and `retry` as soon as they are read.
   */
  function reader(onMessage) {
    const decoder = new TextDecoder();
    let rest = '';
    let data = null;
    let type = 'message';

    function line(text) {
      if (text === '') {
        if (data !== null) onMessage({ data: data.join('\n'), type });
        data = null;
        type = 'message';
        return;
      }
      const colon = text.indexOf(':');
      if (colon === 0) return;
      const field = colon < 0 ? text : text.slice(0, colon);
      const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
      if (field === 'data') (data ??= []).push(value);
      else if (field === 'event') type = value;
      else if (field === 'id') onMessage({ id: value });
      else if (field === 'retry' && /^\d+$/.test(value)) onMessage({ retry: Number(value) });
    }

    return {
      feed(bytes) {
        rest += decoder.decode(bytes, { stream: true });
        // A CR at the end may be half of a CRLF.
        const lines = rest.split(/\r\n|\n|\r(?!$)/);
        rest = lines.pop();
        lines.forEach(line);
      },
    };
  }

  return { reader };
})
