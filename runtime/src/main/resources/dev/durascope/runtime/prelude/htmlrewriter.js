// HTMLRewriter. Java reads the document and finds what handlers want; here the handlers run, and
// what they ask for is written. All that takes time is yielded as a promise, so that a document
// whose handlers do not wait is rewritten without a turn between.
(function (host, load) {
  'use strict';
  const { expose, is, wrongArgument } = load('webidl');
  const { html } = host;
  const tokens = load('htmltokens');
  const { Response } = load('response');
  const bodies = load('body');

  const ELEMENT_HANDLERS = ['element', 'comments', 'text'];
  const DOCUMENT_HANDLERS = ['doctype', 'comments', 'text', 'end'];

  /** One document on its way through the handlers. */
  class Passage {
    #java;
    #registered;
    #awaited = new Map(); // number of an open element → its plan

    constructor(encoding, registered) {
      this.#registered = registered;
      this.#java = html.rewriter(encoding, ...registered.map(({ java }) => java));
    }

    /** Rewrites what bytes complete; yields what has to be awaited. */
    *write(bytes) {
      html.feed(this.#java, bytes.buffer, bytes.byteOffset, bytes.byteLength);
      yield* this.#run();
    }

    /** Rewrites the end. */
    *end() {
      html.end(this.#java);
      yield* this.#run();
      const place = tokens.mutations();
      const end = tokens.token(tokens.DocumentEnd, this.#java, place);
      for (const { handlers, isDocument } of this.#registered) {
        if (isDocument) yield* this.#call(handlers, 'end', end);
      }
      tokens.end(end);
      yield* this.#emit(place.before);
    }

    /** The output so far. */
    take() {
      return bodies.fromJava(html.take(this.#java));
    }

    *#run() {
      for (;;) {
        switch (html.next(this.#java)) {
          case 'NOTHING':
            return;
          case 'START':
            yield* this.#start();
            break;
          case 'END':
            yield* this.#endTag();
            break;
          case 'TEXT':
            yield* this.#plain(tokens.Text, 'text');
            break;
          case 'COMMENT':
            yield* this.#plain(tokens.Comment, 'comments');
            break;
          default:
            yield* this.#plain(tokens.Doctype, 'doctype');
        }
      }
    }

    #asked() {
      return html.asked(this.#java).split(',').map(Number);
    }

    *#call(handlers, name, token) {
      const handler = handlers[name];
      if (typeof handler !== 'function') return;
      const result = handler.call(handlers, token);
      if (typeof result?.then === 'function') yield result;
    }

    *#start() {
      const plan = tokens.elementPlan(html.hasContent(this.#java));
      const element = tokens.token(tokens.Element, this.#java, plan);
      for (const i of this.#asked()) {
        yield* this.#call(this.#registered[i].handlers, 'element', element);
      }
      tokens.end(element);
      yield* this.#place(plan.start, () => html.pass(this.#java));
      if (!plan.hasContent) return;
      if (plan.dropsContent) html.dropContent(this.#java);
      if (plan.onEndTag !== null || plan.newName !== null || tokens.isTouched(plan.end)) {
        this.#awaited.set(html.awaitEnd(this.#java), plan);
      }
    }

    /** An end tag closes one element or several; the outer one's wishes go before the inner's. */
    *#endTag() {
      let place = tokens.mutations();
      let name = null;
      for (const number of this.#asked()) {
        const plan = this.#awaited.get(number);
        this.#awaited.delete(number);
        if (tokens.isTouched(plan.end)) place = plan.end;
        name = plan.newName ?? name;
        if (plan.onEndTag === null) continue;
        const endTag = tokens.token(tokens.EndTag, this.#java, place, name);
        yield* this.#call({ onEndTag: plan.onEndTag }, 'onEndTag', endTag);
        tokens.end(endTag);
        name = tokens.newName(endTag);
      }
      yield* this.#place(place, () => {
        if (name === null) html.pass(this.#java);
        else html.passEndTag(this.#java, name);
      });
    }

    *#plain(Class, name) {
      const place = tokens.mutations();
      const token = tokens.token(Class, this.#java, place);
      for (const i of this.#asked()) yield* this.#call(this.#registered[i].handlers, name, token);
      tokens.end(token);
      const text = Class === tokens.Comment ? tokens.newText(token) : null;
      yield* this.#place(place, () => {
        if (text === null) html.pass(this.#java);
        else html.passComment(this.#java, text);
      });
    }

    *#place({ before, after, replacement, removed }, pass) {
      yield* this.#emit(before);
      if (removed) yield* this.#emit(replacement);
      else pass();
      yield* this.#emit(after);
    }

    *#emit(contents) {
      for (const { content, isHtml } of contents) {
        if (typeof content === 'string') html.emit(this.#java, content, isHtml);
        else if (content !== null) yield this.#copy(content, isHtml);
      }
    }

    async #copy(stream, isHtml) {
      if (stream.locked) throw new TypeError('The ReadableStream has been locked to a reader.');
      const { toBytes } = load('streams/bytes');
      const decoder = new TextDecoder();
      const reader = stream.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        const text = done ? decoder.decode() : decoder.decode(toBytes(value), { stream: true });
        html.emit(this.#java, text, isHtml);
        if (done) return;
      }
    }
  }

  /** The rewritten stream: it reads the source as it is read itself. */
  function rewritten(source, passage) {
    const reader = source.getReader();
    async function work(steps, controller) {
      for (const waiting of steps) {
        flush(controller);
        await waiting;
      }
      return flush(controller);
    }
    function flush(controller) {
      const bytes = passage.take();
      if (bytes.length > 0) controller.enqueue(bytes);
      return bytes.length > 0;
    }
    return new (load('streams').ReadableStream)(
      {
        type: 'bytes',
        async pull(controller) {
          try {
            for (let wrote = false; !wrote; ) {
              const { done, value } = await reader.read();
              if (done) {
                await work(passage.end(), controller);
                controller.close();
                controller.byobRequest?.respond(0);
                return;
              }
              wrote = await work(passage.write(load('streams/bytes').toBytes(value)), controller);
            }
          } catch (error) {
            flush(controller);
            reader.cancel(error).catch(() => {});
            throw error;
          }
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 }
    );
  }

  function checked(handlers, names, method, index, type) {
    if (handlers === null || (typeof handlers !== 'object' && typeof handlers !== 'function')) {
      throw wrongArgument(method, 'HTMLRewriter', index, type);
    }
    for (const name of names) {
      const handler = handlers[name];
      if (handler !== undefined && handler !== null && typeof handler !== 'function') {
        throw new TypeError(
          `Incorrect type for the '${name}' field on '${type}': the provided value is not of type 'function'.`
        );
      }
    }
    return handlers;
  }

  class HTMLRewriter {
    #registered = [];

    on(selector, handlers) {
      if (arguments.length === 0) throw wrongArgument('on', 'HTMLRewriter', 1, 'string');
      checked(handlers, ELEMENT_HANDLERS, 'on', 2, 'ElementContentHandlers');
      return this.#register(html.selector(`${selector}`), handlers);
    }
    onDocument(handlers) {
      return this.#register(
        null,
        checked(handlers, DOCUMENT_HANDLERS, 'onDocument', 1, 'DocumentContentHandlers')
      );
    }

    #register(selector, handlers) {
      const has = (name) => typeof handlers[name] === 'function';
      const isDocument = selector === null;
      const java = html.handler(
        selector,
        !isDocument && has('element'),
        has('text'),
        has('comments'),
        isDocument && has('doctype')
      );
      this.#registered.push({ java, handlers, isDocument });
      return this;
    }

    transform(response) {
      if (!is.Response(response)) throw wrongArgument('transform', 'HTMLRewriter', 1, 'Response');
      if (response.type === 'error') {
        throw new TypeError('HTMLRewriter cannot transform an error response');
      }
      const content = bodies.contentOf(response);
      if (bodies.isNull(content)) return response;
      if (response.bodyUsed || response.body.locked) throw new TypeError('The ReadableStream has been locked to a reader.');
      const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(response.headers.get('content-type'));
      const passage = new Passage(charset?.[1] ?? 'utf-8', [...this.#registered]);
      const source = new bodies.Body(bodies.detach(content)).body;
      return new Response(rewritten(source, passage), response);
    }
  }
  expose(HTMLRewriter);

  return { HTMLRewriter };
})
