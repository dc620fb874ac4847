package dev.durascope.languageserver.syntax;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a tree as JSON with comments. */
final class JsonText {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final String INDENT = "  ";

  /** Of what is written on one line though it was not. */
  private static final int MAX_COLUMNS = 80;

  private final Notes notes;
  private final String source;

  private JsonText(Notes notes, String source) {
    this.notes = notes;
    this.source = source;
  }

  /**
   * @param schema what {@code $schema} is to say, as the first property
   */
  static String of(Node.Table root, Notes notes, String source, Optional<String> schema) {
    var writer = new JsonText(notes, source);
    var members = new ArrayList<Member>();
    schema.ifPresent(
        path ->
            members.add(
                new Member(List.of(), false, "\"$schema\": " + GSON.toJson(path), List.of())));
    members.addAll(writer.members(root, ""));
    return writer.lines("{", notes.opening(root), members, notes.closing(root), "}", "") + "\n";
  }

  private record Member(List<String> above, boolean isSetOff, String text, List<String> behind) {}

  private String value(Node node, String indent) {
    return switch (node) {
      case Node.Table table when table.entries().isEmpty() && !notes.areWithin(table) -> "{}";
      case Node.Array array when array.items().isEmpty() && !notes.areWithin(array) -> "[]";
      case Node.Table table when isOneLine(table) -> oneLine(table);
      case Node.Array array when isOneLine(array) -> oneLine(array);
      case Node.Table table ->
          lines(
              "{", notes.opening(table), members(table, indent), notes.closing(table), "}", indent);
      case Node.Array array ->
          lines(
              "[",
              notes.opening(array),
              array.items().stream()
                  .map(
                      item ->
                          new Member(
                              // A header's comments are its table's.
                              notes.above(item),
                              notes.isSetOff(item) && !isHeaded(item),
                              value(item, indent + INDENT),
                              notes.behind(item)))
                  .toList(),
              notes.closing(array),
              "]",
              indent);
      default -> oneLine(node);
    };
  }

  private static boolean isHeaded(Node node) {
    return node instanceof Node.Table table && table.header().isPresent();
  }

  private List<Member> members(Node.Table table, String indent) {
    return table.entries().stream()
        .map(
            entry ->
                new Member(
                    notes.above(entry),
                    notes.isSetOff(entry),
                    GSON.toJson(entry.key().name()) + ": " + value(entry.value(), indent + INDENT),
                    notes.behind(entry)))
        .toList();
  }

  private String lines(
      String open,
      List<String> opening,
      List<Member> members,
      List<String> closing,
      String close,
      String indent) {
    var out = new StringBuilder(open);
    opening.forEach(comment -> out.append(" //").append(comment));
    var inner = indent + INDENT;
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      out.append(member.isSetOff() && i > 0 ? "\n" : "");
      comments(out, member.above(), inner);
      out.append('\n').append(inner).append(member.text());
      out.append(i < members.size() - 1 ? "," : "");
      member.behind().forEach(comment -> out.append(" //").append(comment));
    }
    comments(out, closing, inner);
    return out.append('\n').append(indent).append(close).toString();
  }

  private static void comments(StringBuilder out, List<String> comments, String indent) {
    for (var comment : comments) {
      out.append('\n');
      if (!comment.equals(Notes.EMPTY_LINE)) {
        out.append(indent).append("//").append(comment);
      }
    }
  }

  /** What was on one line stays on one, if nothing is noted within; so do lists of a few words. */
  private boolean isOneLine(Node node) {
    if (notes.areWithin(node)) {
      return false;
    }
    boolean ofWords =
        node instanceof Node.Array array
            && array.items().stream()
                .noneMatch(item -> item instanceof Node.Table || item instanceof Node.Array);
    boolean wasInline =
        "{[".indexOf(source.charAt(node.span().start())) >= 0
            && node.span().of(source).indexOf('\n') < 0
            && !isHeaded(node)
            && !(node instanceof Node.Array array
                && array.items().stream().anyMatch(JsonText::isHeaded));
    return (ofWords || wasInline) && oneLine(node).length() <= MAX_COLUMNS;
  }

  private String oneLine(Node node) {
    return switch (node) {
      case Node.Table table when table.entries().isEmpty() -> "{}";
      case Node.Table table ->
          table.entries().stream()
              .map(entry -> GSON.toJson(entry.key().name()) + ": " + oneLine(entry.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      case Node.Array array ->
          array.items().stream().map(this::oneLine).collect(Collectors.joining(", ", "[", "]"));
      case Node.Numeric(_, Double number) when !Double.isFinite(number) ->
          throw new Untranslatable();
      case Node.Text _, Node.Numeric _, Node.Bool _, Node.Null _ -> GSON.toJson(node.toPlain());
      case Node.Word _, Node.Missing _ -> throw new Untranslatable();
    };
  }
}
