package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
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

  private final byte[] utf8;
  private final String text;
  private final TSParser parser;
  private final TSTree tree;

  /** What has changed since the tree that this one was made from; empty if it was made anew. */
  private final Optional<Change> change;

  /** Made when it is first needed: a text of ASCII alone needs none. */
  private int @Nullable [] milestones;

  private SyntaxTree(byte[] utf8, String text, TSParser parser, TSTree tree) {
    this.utf8 = utf8;
    this.text = text;
    this.parser = parser;
    this.tree = tree;
    this.change = Optional.empty();
  }

  /**
   * @param start of the edit that made this tree from the one {@code before}
   * @param end of it, in this text
   */
  private SyntaxTree(
      SyntaxTree before,
      Span wholeBefore,
      byte[] utf8,
      String text,
      TSTree tree,
      int start,
      int end) {
    this.utf8 = utf8;
    this.text = text;
    this.parser = before.parser;
    this.tree = tree;
    int first = start;
    int last = end;
    for (var range : TSTree.getChangedRanges(before.tree, tree)) {
      first = Math.min(first, range.getStartByte());
      last = Math.max(last, range.getEndByte());
    }
    var now = new Span(offset(first), offset(last));
    int shift = text.length() - before.text.length();
    this.change =
        Optional.of(
            new Change(
                new Span(now.start(), now.end() - shift),
                now,
                wholeBefore,
                span(tree.getRootNode())));
  }

  static SyntaxTree parse(String text, Grammar grammar) {
    var parser = new TSParser();
    parser.setLanguage(grammar.language());
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    var sound = sound(utf8);
    return new SyntaxTree(utf8, sound, parser, parser.parseString(null, sound));
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
   *
   * <p>The edit is what lies between the longest common start and end, moved out to whole
   * characters.
   */
  SyntaxTree edited(String newText) {
    var now = newText.getBytes(StandardCharsets.UTF_8);
    int shorter = Math.min(utf8.length, now.length);
    int start = Arrays.mismatch(utf8, now);
    start = start < 0 ? shorter : start;
    while (start > 0 && (isContinuation(utf8, start) || isContinuation(now, start))) {
      start--;
    }
    int tail = 0;
    while (tail < shorter - start && utf8[utf8.length - 1 - tail] == now[now.length - 1 - tail]) {
      tail++;
    }
    while (tail > 0 && isContinuation(now, now.length - tail)) {
      tail--;
    }
    int oldEnd = utf8.length - tail;
    int newEnd = now.length - tail;
    var whole = span(root());
    tree.edit(
        new TSInputEdit(
            start, oldEnd, newEnd, point(utf8, start), point(utf8, oldEnd), point(now, newEnd)));
    var sound = sound(now);
    var next =
        new SyntaxTree(this, whole, now, sound, parser.parseString(tree, sound), start, newEnd);
    tree.close();
    return next;
  }

  private static boolean isContinuation(byte[] bytes, int at) {
    return at < bytes.length && (bytes[at] & 0xC0) == 0x80;
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
    var child = node.getChildByFieldName(name);
    return child == null || child.isNull() ? Optional.empty() : Optional.of(child);
  }

  Span span(TSNode node) {
    return new Span(offset(node.getStartByte()), offset(node.getEndByte()));
  }

  /** The smallest node that covers exactly {@code span}. */
  Optional<TSNode> exactly(Span span) {
    int start = bytes(span.start());
    int end = bytes(span.end());
    var node = root().getDescendantForByteRange(start, end);
    return node == null || node.isNull() || node.getStartByte() != start || node.getEndByte() != end
        ? Optional.empty()
        : Optional.of(node);
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

  private int bytes(int offset) {
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
