package dev.durascope.languageserver.syntax;

import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which comment speaks of what, in a text that was read without a problem.
 *
 * <p>A comment on lines of its own speaks of what comes next within the same brackets, one at a
 * line's end of what ends before it, or of what the line opens. An empty line is a note, too: it
 * sets off what follows.
 */
final class Notes {

  /** An empty line between a comment and what follows. */
  static final String EMPTY_LINE = "";

  /**
   * Something that is spoken of: an entry, or an item of an array.
   *
   * @param subject the {@link Node.Entry} or {@link Node}
   * @param brackets what it stands in; null for what stands under TOML's headers, or in the root
   */
  private record Anchor(Object subject, int start, int end, int depth, @Nullable Node brackets) {}

  private final String text;
  private final List<Anchor> anchors = new ArrayList<>();
  private final List<Node> bracketed = new ArrayList<>();
  private final List<Node.Table> headed = new ArrayList<>();
  private final Node.Table root;
  private final IdentityHashMap<Object, List<String>> above = new IdentityHashMap<>();
  private final IdentityHashMap<Object, List<String>> behind = new IdentityHashMap<>();
  private final IdentityHashMap<Object, List<String>> opening = new IdentityHashMap<>();
  private final IdentityHashMap<Object, List<String>> closing = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Boolean> setOff = new IdentityHashMap<>();

  private Notes(Document document) {
    this.text = document.text();
    this.root = document.root();
  }

  static Notes of(Document document, boolean toml) {
    var notes = new Notes(document);
    notes.collectHeaders(document.root());
    if (!toml) {
      notes.bracketed.add(document.root());
    }
    notes.collect(document.root(), 0, toml ? null : document.root());
    notes.anchors.sort(Comparator.comparingInt(Anchor::start).thenComparingInt(Anchor::depth));
    Comment.all(document.text(), toml).forEach(notes::attach);
    notes.anchors.forEach(notes::findEmptyLine);
    return notes;
  }

  /** The comment lines above an entry or item. */
  List<String> above(Object subject) {
    return above.getOrDefault(subject, List.of());
  }

  /** The comments at the end of its line. */
  List<String> behind(Object subject) {
    return behind.getOrDefault(subject, List.of());
  }

  /** The comments behind a table's header, or behind an opening bracket. */
  List<String> opening(Node container) {
    return opening.getOrDefault(container, List.of());
  }

  /** The comments behind all members. */
  List<String> closing(Node container) {
    return closing.getOrDefault(container, List.of());
  }

  /** Whether an empty line stands before it and the comments above it. */
  boolean isSetOff(Object subject) {
    return setOff.containsKey(subject);
  }

  /** Whether anything is noted within. */
  boolean areWithin(Node node) {
    if (!opening(node).isEmpty() || !closing(node).isEmpty()) {
      return true;
    }
    return switch (node) {
      case Node.Table table ->
          table.entries().stream()
              .anyMatch(
                  entry ->
                      !above(entry).isEmpty()
                          || !behind(entry).isEmpty()
                          || areWithin(entry.value()));
      case Node.Array array ->
          array.items().stream()
              .anyMatch(
                  item -> !above(item).isEmpty() || !behind(item).isEmpty() || areWithin(item));
      default -> false;
    };
  }

  private void collectHeaders(Node node) {
    switch (node) {
      case Node.Table table -> {
        table.header().ifPresent(_ -> headed.add(table));
        table.entries().forEach(entry -> collectHeaders(entry.value()));
      }
      case Node.Array array -> array.items().forEach(this::collectHeaders);
      default -> {}
    }
  }

  private void collect(Node node, int depth, @Nullable Node brackets) {
    switch (node) {
      case Node.Table table -> {
        for (var entry : table.entries()) {
          var span = entry.span();
          add(entry, span, headerAround(entry.key().span()), depth, brackets);
          descend(entry.value(), depth + 1, brackets);
        }
      }
      case Node.Array array -> {
        for (var item : array.items()) {
          var header = item instanceof Node.Table table ? table.header() : Optional.<Span>empty();
          add(item, item.span(), header, depth, brackets);
          descend(item, depth + 1, brackets);
        }
      }
      default -> {}
    }
  }

  private void descend(Node node, int depth, @Nullable Node brackets) {
    char first = text.charAt(node.span().start());
    boolean opens =
        (node instanceof Node.Table table && table.header().isEmpty() && first == '{')
            || (node instanceof Node.Array && first == '[' && !isTables(node));
    if (opens) {
      bracketed.add(node);
    }
    collect(node, depth, opens ? node : brackets);
  }

  private static boolean isTables(Node node) {
    return node instanceof Node.Array array
        && !array.items().isEmpty()
        && array.items().getFirst() instanceof Node.Table table
        && table.header().isPresent();
  }

  private void add(
      Object subject, Span span, Optional<Span> header, int depth, @Nullable Node brackets) {
    int start = header.map(Span::start).orElse(span.start());
    // Of what a header opens nothing ends on its line.
    int end = header.isPresent() ? Integer.MAX_VALUE : span.end();
    anchors.add(new Anchor(subject, start, end, depth, brackets));
  }

  private Optional<Span> headerAround(Span key) {
    return headed.stream()
        .flatMap(table -> table.header().stream())
        .filter(header -> header.encloses(key))
        .findFirst();
  }

  private void attach(Comment comment) {
    if (bracketed.contains(root) && comment.span().end() <= root.span().start()) {
      var before = above.computeIfAbsent(root, _ -> new ArrayList<>());
      before.addAll(comment.lines());
      if (isEmptyLineBelow(comment.span().end())) {
        before.add(EMPTY_LINE);
      }
      return;
    }
    var brackets = bracketsAround(comment.span());
    int lineStart = text.lastIndexOf('\n', comment.span().start() - 1) + 1;
    int newline = text.indexOf('\n', comment.span().end());
    boolean ownLine = text.substring(lineStart, comment.span().start()).isBlank();
    boolean lastOnLine =
        text.substring(comment.span().end(), newline < 0 ? text.length() : newline)
            .replaceFirst("^\\s*,", "")
            .isBlank();
    if (!ownLine && lastOnLine) {
      if (atLineEnd(comment, lineStart, brackets)) {
        return;
      }
    }
    var next =
        anchors.stream()
            .filter(anchor -> anchor.start() >= comment.span().end())
            .findFirst()
            .filter(anchor -> Objects.equals(anchor.brackets(), brackets));
    var lines =
        next.map(anchor -> above.computeIfAbsent(anchor.subject(), _ -> new ArrayList<>()))
            .orElseGet(
                () ->
                    closing.computeIfAbsent(
                        brackets == null ? root : brackets, _ -> new ArrayList<>()));
    lines.addAll(comment.lines());
    if (next.isPresent() && isEmptyLineBelow(comment.span().end())) {
      lines.add(EMPTY_LINE);
    }
  }

  private boolean atLineEnd(Comment comment, int lineStart, @Nullable Node brackets) {
    var ended =
        anchors.stream()
            .filter(anchor -> Objects.equals(anchor.brackets(), brackets))
            .filter(anchor -> anchor.end() <= comment.span().start() && anchor.end() > lineStart)
            .max(Comparator.comparingInt(Anchor::end).thenComparingInt(Anchor::depth));
    if (ended.isPresent()) {
      behind.computeIfAbsent(ended.get().subject(), _ -> new ArrayList<>()).addAll(comment.lines());
      return true;
    }
    var header =
        headed.stream()
            .filter(
                table ->
                    table
                        .header()
                        .filter(
                            span ->
                                span.start() >= lineStart && span.end() <= comment.span().start())
                        .isPresent())
            .findFirst();
    Optional<? extends Node> opened =
        header.isPresent()
            ? header
            : Optional.ofNullable(brackets).filter(node -> node.span().start() >= lineStart);
    opened.ifPresent(
        node -> opening.computeIfAbsent(node, _ -> new ArrayList<>()).addAll(comment.lines()));
    return opened.isPresent();
  }

  private @Nullable Node bracketsAround(Span span) {
    return bracketed.stream()
        .filter(node -> node.span().start() < span.start() && span.end() < node.span().end())
        .min(Comparator.comparingInt(node -> node.span().length()))
        .orElse(null);
  }

  private boolean isEmptyLineBelow(int end) {
    return text.substring(end).matches("(?s)[ \\t\\r]*\\n[ \\t\\r]*\\n.*");
  }

  private void findEmptyLine(Anchor anchor) {
    int at = text.lastIndexOf('\n', anchor.start() - 1);
    while (at > 0) {
      int lineStart = text.lastIndexOf('\n', at - 1) + 1;
      var line = text.substring(lineStart, at).strip();
      if (line.isEmpty()) {
        setOff.put(anchor.subject(), true);
        return;
      }
      if (!line.startsWith("#") && !line.startsWith("//")) {
        return;
      }
      at = lineStart - 1;
    }
  }
}
