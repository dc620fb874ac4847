// atob and btoa: binary strings, whose characters are bytes.
(function (host, load) {
  'use strict';
  const { usv } = load('webidl');

  return {
    btoa(data) {
      const text = `${data}`;
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code > 0xff) {
          throw new DOMException(
            'btoa() can only operate on characters in the Latin1 (ISO/IEC 8859-1) range.',
            'InvalidCharacterError'
          );
        }
        bytes[i] = code;
      }
      return bytes.toBase64();
    },

    atob(data) {
      let text = usv(data).replace(/[\t\n\f\r ]/g, '');
      if (text.length % 4 === 0) text = text.replace(/={1,2}$/, '');
      if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
        throw new DOMException(
          'atob() called with invalid base64-encoded data. (Only whitespace, \'+\', \'/\', alphanumeric ASCII, and up to two terminal \'=\' signs when the input data length is divisible by 4 are allowed.)',
          'InvalidCharacterError'
        );
      }
      const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'loose' });
      let result = '';
      for (const byte of bytes) result += String.fromCharCode(byte);
      return result;
    },
  };
})
