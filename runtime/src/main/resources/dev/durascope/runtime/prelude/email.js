// What the handler `email` is called with: a message that came to an address of Email Routing. Here it
// comes by a local address, and what the handler does with it (reject, forward, reply) is noted.
// https://developers.cloudflare.com/email-routing/email-workers/runtime-api/
(function (host, load) {
  'use strict';
  const { PostalMime } = load('vendor/postal-mime');
  const { describe } = load('invoke');

  // https://developers.cloudflare.com/email-routing/limits/#message-size
  const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
  // https://developers.cloudflare.com/email-routing/email-workers/reply-email-workers/
  const MAX_REFERENCES = 100;

  const headersOf = (parsed) => new Headers(parsed.headers.map(({ key, value }) => [key, value]));
  const log = (level, text) => load('console').console[level](text);

  /** In production the domain is the sender's. */
  const newMessageId = () => `${crypto.randomUUID().replaceAll('-', '')}@example.com`;

  /** Why a message is none that can be handled; undefined if it can. */
  async function read(request, from, to) {
    if (request.body === null || !from || !to) {
      return {
        invalid:
          'Invalid email. Your request must include URL parameters specifying the `from` and `to` addresses, as well as an email in the body',
      };
    }
    const raw = await request.bytes();
    if (raw.length > MAX_MESSAGE_BYTES) {
      return { invalid: 'Email message size is bigger than the production size limit of 25MiB.' };
    }
    let parsed;
    try {
      parsed = await PostalMime.parse(raw);
    } catch (error) {
      return { invalid: `Email could not be parsed: ${error.name}: ${error.message}` };
    }
    if (parsed.messageId === undefined) {
      return { invalid: 'Email could not be parsed: invalid or no message id provided' };
    }
    return { raw, parsed };
  }

  /** The envelope and the headers may name different people, which is seldom meant. */
  function warnOfAddresses(from, to, parsed) {
    if (from !== parsed.from?.address) {
      log(
        'warn',
        `Provided MAIL FROM address doesn't match the email message's "From" header:\n  MAIL FROM: ${from}\n  "From" header: ${parsed.from?.address}`
      );
    }
    const addresses = parsed.to?.map(({ address }) => address) ?? [];
    if (!addresses.includes(to)) {
      log(
        'warn',
        `Provided RCPT TO address doesn't match any "To" header in the email message:\n  RCPT TO: ${to}\n  "To" header: ${addresses.join(', ')}`
      );
    }
  }

  function isReplyable(parsed, headers) {
    const suppressed = headers.get('x-auto-response-suppress')?.toLowerCase() ?? 'none';
    const submitted = headers.get('auto-submitted')?.toLowerCase() ?? 'no';
    if (suppressed !== 'none' || submitted !== 'no') return false;
    const { inReplyTo, references } = parsed;
    if ((inReplyTo === undefined) !== (references === undefined)) return false;
    return references === undefined || (references.match(/@/g)?.length ?? 0) < MAX_REFERENCES;
  }

  /** The bytes of a reply, which gets a References header if it has none. */
  async function replyTo(original, reply) {
    const bytes = await new Response(reply.raw).bytes();
    let parsed;
    try {
      parsed = await PostalMime.parse(bytes);
    } catch (error) {
      throw new Error(`could not parse email: ${error.message}`);
    }
    if (parsed.from?.address !== reply.from) throw new Error('From: header does not match mail from');
    if (parsed.messageId === undefined) throw new Error('invalid message-id');
    if (headersOf(parsed).get('received') !== null) throw new Error('invalid headers set');
    if (parsed.inReplyTo === undefined) throw new Error('no In-Reply-To header found in reply message');
    if (parsed.inReplyTo !== original.messageId) throw new Error('In-Reply-To does not match original Message-ID');
    const earlier = original.references ?? '';
    if (parsed.references === undefined) {
      const references = earlier === '' ? original.messageId : `${original.messageId} ${earlier}`;
      return new Blob([`References: ${references}\r\n`, bytes]).bytes();
    }
    if (!parsed.references.includes(original.messageId) || !parsed.references.includes(earlier)) {
      throw new Error('provided References header is invalid');
    }
    return bytes;
  }

  class ForwardableEmailMessage {
    #parsed;
    #noted;

    constructor(from, to, raw, parsed, noted) {
      this.#parsed = parsed;
      this.#noted = noted;
      this.from = from;
      this.to = to;
      this.raw = new Response(raw).body;
      this.rawSize = raw.length;
      this.headers = headersOf(parsed);
    }

    setReject(reason) {
      log('error', `Email handler rejected message with the following reason: "${reason}"`);
      this.#noted.rejectReason = `${reason}`;
      this.#note('reject');
    }

    async forward(recipient, headers) {
      const own = headers === undefined ? [] : [...headers];
      const shown = own.map(([name, value]) => `\n    ${name}: ${value}`).join('');
      log('info', `Email handler forwarded message with\n  rcptTo: ${recipient}${shown && `\n  headers:${shown}`}`);
      const messageId = newMessageId();
      this.#note('forward', messageId);
      this.#noted.forwards.push({ recipient, headers: own, messageId });
      return { messageId };
    }

    async reply(message) {
      if (!('from' in message && 'to' in message && 'raw' in message)) {
        throw new TypeError('A reply has to be an EmailMessage in this version of Durascope.');
      }
      if (!isReplyable(this.#parsed, this.headers)) throw new Error('Original email is not replyable');
      const raw = new TextDecoder().decode(await replyTo(this.#parsed, message));
      log('info', `Email handler replied to sender with the following message:\n${raw}`);
      const messageId = newMessageId();
      this.#note('reply', messageId);
      this.#noted.replies.push({ messageId, sender: message.from, raw });
      return { messageId };
    }

    #note(type, messageId) {
      this.#noted.events.push({ type, timestamp: new Date().toISOString(), messageId });
    }
  }

  return {
    /**
     * Reads the message in a request's body and calls `target.email(message, …more)`. In the end
     * `done(json)` hears what has happened; before that `failed(name, message, stack)`, if the
     * handler has thrown.
     */
    async deliver(request, from, to, target, more, done, failed) {
      const noted = { outcome: 'ok', rejectReason: undefined, forwards: [], replies: [], events: [] };
      try {
        const { invalid, raw, parsed } = await read(request, from, to);
        if (invalid !== undefined) {
          done(JSON.stringify({ invalid }));
          return;
        }
        warnOfAddresses(from, to, parsed);
        await target.email(new ForwardableEmailMessage(from, to, raw, parsed, noted), ...more);
      } catch (error) {
        noted.outcome = 'exception';
        failed(...describe(error));
      }
      done(JSON.stringify(noted));
    },
  };
})
