package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSPoint;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * One parsed text. Tree-sitter counts in UTF-8 bytes; everything that leaves here is in UTF-16
 * units.
 *
 * <p>The tree lives in native memory until {@link #close}.
 */
final class SyntaxTree implements AutoCloseable {

  private static final int MILESTONE_BYTES = 256;

  /** How much of a text tree-sitter is given at a time. */
  private static final int READ_BYTES = 4_096;

  private final byte[] utf8;
  private final String text;

  /** What was parsed: the text in words that the grammar knows, as long as it is. */
  private final String known;

  private final TSParser parser;
  private final TSTree tree;

  /** What has changed since the tree that this one was made from; empty if it was made anew. */
  private final Optional<Change> change;

  /** Made when it is first needed: a text of ASCII alone needs none. */
  private int @Nullable [] milestones;

  private SyntaxTree(byte[] utf8, String text, String known, TSParser parser, TSTree tree) {
    this.utf8 = utf8;
    this.text = text;
    this.known = known;
    this.parser = parser;
    this.tree = tree;
    this.change = Optional.empty();
  }

  /**
   * @param edited the tree of {@code before}, which knows of the edit
   * @param edit that made this text
   */
  private SyntaxTree(
      SyntaxTree before,
      TSTree edited,
      byte[] utf8,
      String text,
      String known,
      TSTree tree,
      Edit edit) {
    this.utf8 = utf8;
    this.text = text;
    this.known = known;
    this.parser = before.parser;
    this.tree = tree;
    int first = edit.start();
    int last = edit.endNow();
    for (var range : TSTree.getChangedRanges(edited, tree)) {
      first = Math.min(first, offset(range.getStartByte()));
      last = Math.max(last, offset(range.getEndByte()));
    }
    var now = new Span(first, last);
    int shift = text.length() - before.text.length();
    this.change =
        Optional.of(
            new Change(
                new Span(now.start(), now.end() - shift),
                now,
                before.span(before.root()),
                span(tree.getRootNode())));
  }

  /** The same, for another thread; both are to be closed. */
  SyntaxTree copy(Grammar grammar) {
    return new SyntaxTree(utf8, text, known, parser(grammar), tree.copy());
  }

  private static TSParser parser(Grammar grammar) {
    var parser = new TSParser();
    parser.setLanguage(grammar.language());
    return parser;
  }

  static SyntaxTree parse(String text, Grammar grammar) {
    var parser = parser(grammar);
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    var sound = sound(utf8);
    var known = NewSyntax.known(sound);
    return new SyntaxTree(utf8, sound, known, parser, parser.parseString(null, known));
  }

  /**
   * The text with a question mark for each half of a surrogate pair that stands alone, which
   * tree-sitter refuses; every other character is where it was.
   */
  private static String sound(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * The tree of {@code newText}, made from this one by parsing only what differs; this one is
   * closed.
   */
  SyntaxTree edited(String newText) {
    var utf8Now = newText.getBytes(StandardCharsets.UTF_8);
    var now = sound(utf8Now);
    var knownNow = NewSyntax.known(now);
    var edit = Edit.between(known, knownNow);
    try (var edited = told(edit, now, utf8Now)) {
      var parsed = parser.parseString(edited, knownNow);
      var next = new SyntaxTree(this, edited, utf8Now, now, knownNow, parsed, edit);
      tree.close();
      return next;
    }
  }

  /** What became of a text that was without fault. */
  sealed interface Attempt {}

  /** It still is; the tree that it was made from is closed. */
  record Sound(SyntaxTree tree) implements Attempt {}

  /** It no longer is. */
  record Faulty() implements Attempt {}

  /** That cannot be told as quickly as it was asked for. */
  record Undecided() implements Attempt {}

  /** Whether no part of the text is at fault. */
  boolean isSound() {
    return !root().hasError();
  }

  /**
   * Parses {@code newText}, if it has no fault, from this tree, which has none. What comes after a
   * fault is not looked at: to find out how it may be meant takes tree-sitter a hundred times as
   * long. Where the text has a fault this tree stays as it is.
   *
   * @param giveUp asked again and again, about once in the time that a short text takes
   */
  Attempt attempt(String newText, BooleanSupplier giveUp) {
    var utf8Now = newText.getBytes(StandardCharsets.UTF_8);
    var now = sound(utf8Now);
    var knownNow = NewSyntax.known(now);
    var toParse = knownNow.equals(now) ? utf8Now : knownNow.getBytes(StandardCharsets.UTF_8);
    var edit = Edit.between(known, knownNow);
    boolean[] faulty = {false};
    try (var edited = told(edit, now, utf8Now)) {
      var parsed =
          parser.parseWithOptions(
              new byte[READ_BYTES],
              edited,
              (into, at, _) -> copy(toParse, at, into),
              TSInputEncoding.TSInputEncodingUTF8,
              state -> {
                faulty[0] = state.hasError();
                return faulty[0] || giveUp.getAsBoolean();
              });
      if (parsed == null) {
        parser.reset();
        return faulty[0] ? new Faulty() : new Undecided();
      }
      if (parsed.getRootNode().hasError()) {
        parsed.close();
        return new Faulty();
      }
      var next = new SyntaxTree(this, edited, utf8Now, now, knownNow, parsed, edit);
      tree.close();
      return new Sound(next);
    }
  }

  private static int copy(byte[] text, int from, byte[] into) {
    int length = Math.clamp((long) text.length - from, 0, into.length);
    System.arraycopy(text, Math.min(from, text.length), into, 0, length);
    return length;
  }

  /** A copy of the tree that knows where the text has changed. */
  private TSTree told(Edit edit, String now, byte[] utf8Now) {
    int start = bytes(edit.start());
    int oldEnd = bytes(edit.endBefore());
    int newEnd = bytes(now, utf8Now, edit.endNow());
    var copy = tree.copy();
    copy.edit(
        new TSInputEdit(
            start,
            oldEnd,
            newEnd,
            point(utf8, start),
            point(utf8, oldEnd),
            point(utf8Now, newEnd)));
    return copy;
  }

  private static TSPoint point(byte[] bytes, int offset) {
    int row = 0;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        row++;
        lineStart = i + 1;
      }
    }
    return new TSPoint(row, offset - lineStart);
  }

  String text() {
    return text;
  }

  Optional<Change> change() {
    return change;
  }

  TSNode root() {
    return tree.getRootNode();
  }

  /** The children of {@code node}, in one walk: asking for them by number is quadratic. */
  List<TSNode> children(TSNode node) {
    var children = new ArrayList<TSNode>();
    if (node.isNull()) {
      return children;
    }
    try (var cursor = new TSTreeCursor(node)) {
      if (cursor.gotoFirstChild()) {
        do {
          children.add(cursor.currentNode());
        } while (cursor.gotoNextSibling());
      }
    }
    return children;
  }

  List<TSNode> named(TSNode node) {
    return children(node).stream().filter(TSNode::isNamed).toList();
  }

  /** The children of {@code node} that {@code where} overlaps or touches. */
  List<TSNode> childrenAt(TSNode node, Span where) {
    int start = Math.max(0, bytes(where.start()) - 1);
    int end = bytes(where.end());
    var found = new ArrayList<TSNode>();
    try (var cursor = new TSTreeCursor(node)) {
      boolean more = cursor.gotoFirstChildForByte(start) >= 0;
      while (more) {
        var child = cursor.currentNode();
        if (child.getStartByte() > end) {
          break;
        }
        found.add(child);
        more = cursor.gotoNextSibling();
      }
    }
    return found;
  }

  /** The first child of one of these types. */
  Optional<TSNode> child(TSNode node, String... types) {
    var wanted = List.of(types);
    return children(node).stream().filter(child -> wanted.contains(child.getType())).findFirst();
  }

  boolean hasToken(TSNode node, String token) {
    return child(node, token).isPresent();
  }

  Optional<TSNode> field(TSNode node, String name) {
    var child = node.isNull() ? node : node.getChildByFieldName(name);
    return child == null || child.isNull() ? Optional.empty() : Optional.of(child);
  }

  Span span(TSNode node) {
    return new Span(offset(node.getStartByte()), offset(node.getEndByte()));
  }

  String text(TSNode node) {
    return new String(
        utf8, node.getStartByte(), node.getEndByte() - node.getStartByte(), StandardCharsets.UTF_8);
  }

  /** What stands before {@code part} in {@code node}. */
  String between(TSNode node, TSNode part) {
    int start = node.getStartByte();
    return new String(utf8, start, part.getStartByte() - start, StandardCharsets.UTF_8);
  }

  /** The value of a string literal, or an identifier's own text. */
  String name(TSNode node) {
    var raw = text(node);
    boolean quoted = node.getType().equals("string") && raw.length() >= 2;
    return quoted ? raw.substring(1, raw.length() - 1) : raw;
  }

  private int offset(int bytes) {
    if (utf8.length == text.length()) {
      return bytes;
    }
    int at = Math.min(bytes, utf8.length);
    var known = milestones;
    if (known == null) {
      known = milestones();
      milestones = known;
    }
    int units = known[at / MILESTONE_BYTES];
    for (int i = at - at % MILESTONE_BYTES; i < at; i++) {
      units += units(utf8[i]);
    }
    return units;
  }

  /** The offsets in UTF-16 units of every {@value #MILESTONE_BYTES}th byte. */
  private int[] milestones() {
    var offsets = new int[utf8.length / MILESTONE_BYTES + 1];
    int units = 0;
    for (int i = 0; i < utf8.length; i++) {
      if (i % MILESTONE_BYTES == 0) {
        offsets[i / MILESTONE_BYTES] = units;
      }
      units += units(utf8[i]);
    }
    if (utf8.length % MILESTONE_BYTES == 0) {
      offsets[utf8.length / MILESTONE_BYTES] = units;
    }
    return offsets;
  }

  /** How many UTF-16 units a character has, told by its first byte; 0 for the bytes behind it. */
  private static int units(byte first) {
    if ((first & 0xC0) == 0x80) {
      return 0;
    }
    return (first & 0xF8) == 0xF0 ? 2 : 1;
  }

  /** The byte that the character at {@code offset} begins with. */
  int bytes(int offset) {
    return bytes(text, utf8, offset);
  }

  private static int bytes(String text, byte[] utf8, int offset) {
    return utf8.length == text.length()
        ? offset
        : text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void close() {
    tree.close();
    parser.close();
  }
}
