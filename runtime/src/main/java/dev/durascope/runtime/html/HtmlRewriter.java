package dev.durascope.runtime.html;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way through handlers.
 *
 * <p>The caller {@link #feed feeds} bytes and asks {@link #next} until that says {@code NOTHING}.
 * Every other answer is a token that handlers want: the caller runs them, one after the other, and
 * writes what shall stand there with {@link #emit} and {@link #pass}, before it asks again. All
 * else goes to the output by itself, byte for byte. {@link #take} gives the output so far.
 */
public final class HtmlRewriter {
  /** What a handler may want to hear of; for whose selector is none, all of the document. */
  public record Handler(
      Optional<Selector> selector,
      boolean elements,
      boolean texts,
      boolean comments,
      boolean doctype) {}

  /** What {@link #next} asks the caller about. */
  public enum Ask {
    NOTHING,
    START,
    END,
    TEXT,
    COMMENT,
    DOCTYPE
  }

  private final Charset charset;
  private final List<Handler> handlers;
  private final Tokenizer tokenizer;
  private final OpenElements elements = new OpenElements();
  private final Namespaces namespaces = new Namespaces();
  private final AmbiguityGuard guard = new AmbiguityGuard();
  private final TreeMap<Integer, Integer> listening = new TreeMap<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private List<Integer> textListeners;
  private @Nullable Token token;
  private @Nullable Token behind; // comes after the end of a text node that is being asked about
  private @Nullable OpenElement element;
  private Namespaces.Namespace namespace = Namespaces.Namespace.HTML;
  private boolean hasContent;
  private boolean inText;
  private boolean textEnds;
  private String text = "";
  private List<Integer> asked = List.of();
  private int dropping;
  private int lastNumber;

  /** A rewriter of documents in {@code charset}, in which markup is ASCII. */
  public HtmlRewriter(Charset charset, List<Handler> handlers) {
    this.charset = charset;
    this.handlers = List.copyOf(handlers);
    this.tokenizer = new Tokenizer(charset);
    for (var i = 0; i < handlers.size(); i++) {
      var handler = i;
      handlers.get(i).selector().ifPresent(selector -> elements.watch(handler, selector));
    }
    this.textListeners = listeners(true);
  }

  /** Adds bytes, which must not change afterwards. */
  public void feed(byte[] bytes) {
    tokenizer.feed(bytes);
  }

  /** Says that there are no more. */
  public void end() {
    tokenizer.end();
  }

  /** Goes on to the next token that a handler wants. */
  public Ask next() {
    while (true) {
      var read = behind != null ? behind : tokenizer.next(namespaces.isForeign());
      behind = null;
      token = read;
      if (read == null) {
        return tokenizer.hasEnded() ? endText() : Ask.NOTHING;
      }
      if (inText && !(read instanceof Token.Text) && !(read instanceof Token.Other)) {
        behind = read;
        return endText();
      }
      var ask =
          switch (read) {
            case StartTag tag -> start(tag);
            case Token.EndTag tag -> end(tag);
            case Token.Text run -> text(run);
            case Token.Comment comment -> ask(Ask.COMMENT, listeners(false));
            case Token.Doctype doctype -> ask(Ask.DOCTYPE, documentHandlers());
            case Token.Other other -> Ask.NOTHING;
          };
      if (ask != Ask.NOTHING) {
        return ask;
      }
      if (token == null) {
        return Ask.NOTHING; // the rest of a character is still to come
      }
      pass();
    }
  }

  private Ask ask(Ask ask, List<Integer> whom) {
    asked = whom;
    return whom.isEmpty() ? Ask.NOTHING : ask;
  }

  private List<Integer> documentHandlers() {
    var result = new ArrayList<Integer>();
    for (var i = 0; i < handlers.size(); i++) {
      if (handlers.get(i).doctype()) {
        result.add(i);
      }
    }
    return result;
  }

  /** Who hears of text or comments here: elements' handlers, then those of the document. */
  private List<Integer> listeners(boolean toTexts) {
    var result = new ArrayList<>(new TreeSet<>(listening.keySet()));
    for (var i = 0; i < handlers.size(); i++) {
      if (handlers.get(i).selector().isEmpty()) {
        result.add(i);
      }
    }
    result.removeIf(i -> toTexts ? !handlers.get(i).texts() : !handlers.get(i).comments());
    return List.copyOf(result);
  }

  private Ask start(StartTag tag) {
    guard.start(tag.name());
    namespace = namespaces.start(tag);
    var isHtml = namespace == Namespaces.Namespace.HTML;
    hasContent = isHtml ? OpenElements.hasEnd(tag.name()) : !tag.isSelfClosing();
    if (isHtml) {
      var mode = TextMode.of(tag.name());
      if (mode != TextMode.DATA) {
        tokenizer.enter(mode, tag.name());
      }
    }
    var begun = elements.match(tag);
    element = begun;
    if (hasContent) {
      elements.open(begun);
      begun.listeners.forEach(handler -> listening.merge(handler, 1, Integer::sum));
      textListeners = listeners(true);
    }
    return ask(
        Ask.START,
        begun.listeners.stream().filter(i -> handlers.get(i).elements()).sorted().toList());
  }

  private Ask end(Token.EndTag tag) {
    guard.end(tag.name());
    namespaces.end(tag.name());
    var closed = elements.close(tag.name());
    if (closed.isEmpty()) {
      return Ask.NOTHING;
    }
    for (var one : closed) {
      one.listeners.forEach(
          handler -> listening.computeIfPresent(handler, (k, n) -> n == 1 ? null : n - 1));
      if (one.dropsContent) {
        dropping--;
      }
    }
    textListeners = listeners(true);
    return ask(
        Ask.END, closed.stream().filter(one -> one.wantsEnd).map(one -> one.number).toList());
  }

  private Ask text(Token.Text run) {
    if (textListeners.isEmpty()) {
      return Ask.NOTHING;
    }
    text = decode(run);
    if (token == null) {
      return Ask.NOTHING;
    }
    inText = true;
    textEnds = false;
    return ask(Ask.TEXT, textListeners);
  }

  /** Decodes text; the bytes of a character whose rest is still to come are left for later. */
  private String decode(Token.Text run) {
    var isWhole = tokenizer.hasEnded() || run.to() < tokenizer.limit();
    var bytes = ByteBuffer.wrap(tokenizer.buffer(), run.from(), run.to() - run.from());
    var characters = CharBuffer.allocate(run.to() - run.from() + 1);
    var _ =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .decode(bytes, characters, isWhole);
    var rest = isWhole ? 0 : bytes.remaining();
    if (rest > 0) {
      tokenizer.giveBack(rest);
      token = rest == run.to() - run.from() ? null : new Token.Text(run.from(), run.to() - rest);
    }
    return characters.flip().toString();
  }

  /** A text node ends with a chunk of its own. */
  private Ask endText() {
    if (!inText) {
      return Ask.NOTHING;
    }
    inText = false;
    textEnds = true;
    text = "";
    token = null;
    return ask(Ask.TEXT, textListeners);
  }

  /** The numbers of the handlers that the last answer is for; of elements, if it was END. */
  public List<Integer> asked() {
    return asked;
  }

  /** The start tag that was asked about. */
  public StartTag startTag() {
    return (StartTag) current();
  }

  private Token current() {
    if (token == null) {
      throw new IllegalStateException("There is no token");
    }
    return token;
  }

  /** The element's namespace. */
  public String namespace() {
    return namespace.uri;
  }

  /** Whether the element has an end tag. */
  public boolean hasContent() {
    return hasContent;
  }

  /** The name of the end tag that was asked about. */
  public String endTagName() {
    return ((Token.EndTag) current()).name();
  }

  /** The chunk of text that was asked about. */
  public String text() {
    return text;
  }

  /** Whether it is the last of its node. */
  public boolean isLastInTextNode() {
    return textEnds;
  }

  /** The text of the comment that was asked about. */
  public String comment() {
    var comment = (Token.Comment) current();
    return string(comment.textFrom(), comment.textTo());
  }

  /** The doctype that was asked about: name, public and system id. */
  public Doctype doctype() {
    return Doctype.read(string(current().from(), current().to()));
  }

  private String string(int from, int to) {
    return new String(tokenizer.buffer(), from, to - from, charset);
  }

  /** Asks to hear of the element's end, by the number that is given back. */
  public int awaitEnd() {
    var begun = begun();
    begun.wantsEnd = true;
    begun.number = ++lastNumber;
    return begun.number;
  }

  /** Leaves out the content of the element whose start was asked about. */
  public void dropContent() {
    var begun = begun();
    if (hasContent && !begun.dropsContent) {
      begun.dropsContent = true;
      dropping++;
    }
  }

  private OpenElement begun() {
    if (element == null) {
      throw new IllegalStateException("No element has begun");
    }
    return element;
  }

  /** Writes the token that was asked about, as it was read or has been changed. */
  public void pass() {
    if (dropping > 0 || token == null) {
      return;
    }
    if (token instanceof StartTag tag) {
      tag.write(output);
    } else {
      output.write(tokenizer.buffer(), token.from(), token.to() - token.from());
    }
  }

  /** Writes an end tag of another name. */
  public void passEndTag(String name) {
    StartTag.checkTagName(name);
    emit("</" + name + ">", true);
  }

  /** Writes a comment of another text. */
  public void passComment(String newText) {
    emit("<!--" + newText + "-->", true);
  }

  /** Whether a text can stand in a comment; an exception if not. */
  public static void checkComment(String text) {
    if (text.contains("-->") || text.contains("--!>")) {
      throw new HtmlException("Comment text shouldn't contain a comment-closing sequence.");
    }
  }

  /** Writes new content; what is not HTML is escaped. */
  public void emit(String content, boolean isHtml) {
    if (dropping == 0) {
      output.writeBytes(Encoded.bytes(isHtml ? content : Encoded.escaped(content), charset));
    }
  }

  /** The output since the last call. */
  public byte[] take() {
    var bytes = output.toByteArray();
    output.reset();
    return bytes;
  }
}
