// What HTMLRewriter's handlers are given: elements, end tags, text, comments, the doctype and the
// end of the document. Each is good for as long as its handlers run, and notes what shall be written
// in its place; attributes and names are changed in Java, where the tag is.
(function (host, load) {
  'use strict';
  const { expose, is, wrongArgument } = load('webidl');
  const { html } = host;

  const SECRET = Symbol('HTMLRewriter token');
  const STALE =
    'This content token is no longer valid. Content tokens are only valid during the execution of the relevant content handler.';
  const MODIFIED =
    'The attributes of this element have been modified during iteration. You must create a new iterator after modifying attributes.';
  const ONLY_STRINGS =
    'Replacing content in HTML comments using a ReadableStream or Response object is not implemented. You must provide a string.';

  /** What is written around a token, and in its place if it is removed: lists of contents. */
  function mutations() {
    return { before: [], after: [], replacement: [], removed: false };
  }

  function isTouched({ before, after, removed }) {
    return removed || before.length > 0 || after.length > 0;
  }

  /** A content: a string, or a stream of text, or null for none; and whether it is HTML. */
  function contentOf(value, options, method, Class) {
    if (value === undefined) {
      throw wrongArgument(method, Class, 1, 'string or JsReadableStream or Response');
    }
    if (options !== undefined && options !== null && typeof options !== 'object') {
      throw wrongArgument(method, Class, 2, 'ContentOptions');
    }
    const isHtml = Boolean(options?.html);
    if (is.ReadableStream?.(value)) return { content: value, isHtml };
    if (is.Response?.(value)) return { content: value.body, isHtml };
    return { content: `${value}`.toWellFormed(), isHtml };
  }

  function textOf(value, options, method, Class) {
    const content = contentOf(value, options, method, Class);
    if (typeof content.content !== 'string') throw new TypeError(ONLY_STRINGS);
    return content;
  }

  /** A token, its Java rewriter while it is good, and what is written in its place. */
  class Token {
    #java;
    #around;

    constructor(secret, java, around) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#java = java;
      this.#around = around;
    }

    static java(token) {
      if (token.#java === null) throw new TypeError(STALE);
      return token.#java;
    }
    static around(token) {
      Token.java(token);
      return token.#around;
    }
    static end(token) {
      token.#java = null;
    }
    static isGood(token) {
      return token.#java !== null;
    }
  }
  const { java, around, end, isGood } = Token;

  /** Adds the methods of tokens that text can be put around. */
  function addMutators(Class, read, { canReplace }) {
    const { name } = Class;
    const methods = {
      before(content, options) {
        around(this).before.push(read(content, options, 'before', name));
        return this;
      },
      after(content, options) {
        around(this).after.unshift(read(content, options, 'after', name));
        return this;
      },
      remove() {
        around(this).removed = true;
        return this;
      },
    };
    if (canReplace) {
      methods.replace = function replace(content, options) {
        const place = around(this);
        place.replacement = [read(content, options, 'replace', name)];
        place.removed = true;
        return this;
      };
    }
    for (const [key, value] of Object.entries(methods)) {
      Object.defineProperty(Class.prototype, key, { value, writable: true, configurable: true });
    }
  }

  class AttributesIterator {
    #owner;
    #parts;
    #at = 0;
    #isModified = false;

    constructor(secret, owner, parts) {
      if (secret !== SECRET) throw new TypeError('Illegal constructor');
      this.#owner = owner;
      this.#parts = parts;
    }
    next() {
      if (this.#isModified && isGood(this.#owner)) throw new Error(MODIFIED);
      java(this.#owner);
      if (this.#at >= this.#parts.length) return { done: true, value: undefined };
      this.#at += 2;
      return { done: false, value: this.#parts.slice(this.#at - 2, this.#at) };
    }
    [Symbol.iterator]() {
      return this;
    }
    static invalidate(iterator) {
      iterator.#isModified = true;
    }
  }
  const { invalidate } = AttributesIterator;
  delete AttributesIterator.invalidate;
  expose(AttributesIterator);

  /** What an element's handlers have asked for. */
  function elementPlan(hasContent) {
    return {
      hasContent,
      start: mutations(),
      end: mutations(),
      dropsContent: false,
      newName: null,
      onEndTag: null,
    };
  }

  class Element extends Token {
    #plan;
    #iterators = [];

    constructor(secret, javaRewriter, plan) {
      super(secret, javaRewriter, plan.start);
      this.#plan = plan;
    }

    get tagName() {
      return html.tagName(java(this));
    }
    set tagName(name) {
      html.rename(java(this), `${name}`);
      this.#plan.newName = `${name}`;
    }
    get namespaceURI() {
      return html.namespace(java(this));
    }
    get removed() {
      return around(this).removed;
    }
    get attributes() {
      const text = html.attributes(java(this));
      const iterator = new AttributesIterator(SECRET, this, text === '' ? [] : text.split('\uffff'));
      this.#iterators.push(iterator);
      return iterator;
    }
    getAttribute(name) {
      return html.attribute(java(this), `${name}`);
    }
    hasAttribute(name) {
      return html.attribute(java(this), `${name}`) !== null;
    }
    setAttribute(name, value) {
      html.setAttribute(java(this), `${name}`, `${value}`.toWellFormed());
      this.#iterators.forEach(invalidate);
      return this;
    }
    removeAttribute(name) {
      html.removeAttribute(java(this), `${name}`);
      this.#iterators.forEach(invalidate);
      return this;
    }

    before(content, options) {
      around(this).before.push(contentOf(content, options, 'before', 'Element'));
      return this;
    }
    after(content, options) {
      const { after } = this.#plan.hasContent ? this.#end() : around(this);
      after.unshift(contentOf(content, options, 'after', 'Element'));
      return this;
    }
    prepend(content, options) {
      const added = contentOf(content, options, 'prepend', 'Element');
      const { after } = around(this);
      if (this.#plan.hasContent) after.unshift(added);
      return this;
    }
    append(content, options) {
      const added = contentOf(content, options, 'append', 'Element');
      if (this.#plan.hasContent) this.#end().before.push(added);
      return this;
    }
    setInnerContent(content, options) {
      const inner = contentOf(content, options, 'setInnerContent', 'Element');
      this.#dropContent();
      if (this.#plan.hasContent) around(this).after.push(inner);
      return this;
    }
    replace(content, options) {
      const replacement = contentOf(content, options, 'replace', 'Element');
      this.remove();
      around(this).replacement = [replacement];
      return this;
    }
    remove() {
      this.#dropContent();
      return this.removeAndKeepContent();
    }
    removeAndKeepContent() {
      around(this).removed = true;
      this.#plan.end.removed = true;
      return this;
    }
    onEndTag(callback) {
      const rewriter = java(this);
      if (typeof callback !== 'function') throw wrongArgument('onEndTag', 'Element', 1, 'function');
      if (!html.hasContent(rewriter)) throw new TypeError('Parser error: No end tag.');
      this.#plan.onEndTag = callback;
    }

    #end() {
      java(this);
      return this.#plan.end;
    }
    #dropContent() {
      const start = around(this);
      if (!this.#plan.hasContent) return;
      this.#plan.dropsContent = true;
      start.after = [];
      this.#plan.end.before = [];
    }
  }

  class EndTag extends Token {
    #newName = null;
    constructor(secret, javaRewriter, place, newName) {
      super(secret, javaRewriter, place);
      this.#newName = newName;
    }
    get name() {
      const rewriter = java(this);
      return this.#newName === null ? html.endTagName(rewriter) : this.#newName.toLowerCase();
    }
    set name(name) {
      java(this);
      this.#newName = `${name}`;
    }
    static newName(tag) {
      return tag.#newName;
    }
  }
  const { newName } = EndTag;
  delete EndTag.newName;
  addMutators(EndTag, contentOf, { canReplace: false });

  class Text extends Token {
    get text() {
      return html.text(java(this));
    }
    get lastInTextNode() {
      return html.isLastInTextNode(java(this));
    }
    get removed() {
      return around(this).removed;
    }
  }
  addMutators(Text, contentOf, { canReplace: true });

  class Comment extends Token {
    #newText = null;
    get text() {
      return this.#newText ?? html.comment(java(this));
    }
    set text(text) {
      java(this);
      html.checkComment(`${text}`);
      this.#newText = `${text}`.toWellFormed();
    }
    get removed() {
      return around(this).removed;
    }
    static newText(comment) {
      return comment.#newText;
    }
  }
  const { newText } = Comment;
  delete Comment.newText;
  addMutators(Comment, textOf, { canReplace: true });

  class Doctype extends Token {
    get name() {
      return html.doctypeName(java(this));
    }
    get publicId() {
      return html.publicId(java(this));
    }
    get systemId() {
      return html.systemId(java(this));
    }
  }

  class DocumentEnd extends Token {
    append(content, options) {
      around(this).before.push(textOf(content, options, 'append', 'DocumentEnd'));
      return this;
    }
  }

  for (const Class of [Element, EndTag, Text, Comment, Doctype, DocumentEnd]) {
    expose(Class);
    Object.setPrototypeOf(Class.prototype, Object.prototype);
  }

  return {
    mutations,
    isTouched,
    elementPlan,
    /** Makes a token of a class, for handlers to work on. */
    token: (Class, ...parts) => new Class(SECRET, ...parts),
    /** Ends a token's time. */
    end,
    newName,
    newText,
    Element,
    EndTag,
    Text,
    Comment,
    Doctype,
    DocumentEnd,
  };
})
