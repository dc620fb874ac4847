package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * One parsed text. Tree-sitter counts in UTF-8 bytes; everything that leaves here is in UTF-16
 * units.
 *
 * <p>The tree lives in native memory until {@link #close}.
 */
final class SyntaxTree implements AutoCloseable {

  private final String text;
  private final byte[] utf8;
  private final TSParser parser;
  private final TSTree tree;

  private SyntaxTree(String text, byte[] utf8, TSParser parser, TSTree tree) {
    this.text = text;
    this.utf8 = utf8;
    this.parser = parser;
    this.tree = tree;
  }

  static SyntaxTree parse(String text, Grammar grammar) {
    var parser = new TSParser();
    parser.setLanguage(grammar.language());
    return new SyntaxTree(
        text, text.getBytes(StandardCharsets.UTF_8), parser, parser.parseString(null, text));
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

  String text(TSNode node) {
    return new String(
        utf8, node.getStartByte(), node.getEndByte() - node.getStartByte(), StandardCharsets.UTF_8);
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
    return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
  }

  @Override
  public void close() {
    tree.close();
    parser.close();
  }
}
