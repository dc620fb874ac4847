package dev.durascope.model.toml;

import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is read. In TOML a table can grow until the end of the file ({@code [a]}, then
 * {@code [b]}, then {@code [a.c]}), so the immutable tree is made at the end.
 *
 * <p>A key given twice is kept twice: tomlj has said that it is wrong, and throwing one away would
 * hide a value from whoever looks at the place.
 */
final class TableDraft {

  private sealed interface Slot {}

  private record Value(Node node) implements Slot {}

  private record Sub(TableDraft table) implements Slot {}

  private record Tables(List<TableDraft> tables) implements Slot {}

  private record Member(Node.Key key, Slot slot) {}

  private final List<Member> members = new ArrayList<>();
  private @Nullable Span header;
  private @Nullable Span anchor;

  /** Remembers the header that opened this table; the first one counts. */
  void declare(Span newHeader, Span newAnchor) {
    if (header == null) {
      header = newHeader;
      anchor = newAnchor;
    }
  }

  /** The table at {@code key}, made where there is none; of an array of tables the last. */
  TableDraft descend(Node.Key key) {
    var slot = find(key.name());
    if (slot instanceof Sub sub) {
      return sub.table();
    }
    if (slot instanceof Tables array) {
      return array.tables().getLast();
    }
    if (slot instanceof Value value && value.node() instanceof Node.Table table) {
      // An inline table is closed, says tomlj; a half-typed file may extend it all the same.
      var reopened = new TableDraft();
      reopened.anchor = table.anchor();
      table.entries().forEach(entry -> reopened.add(entry.key(), new Value(entry.value())));
      replace(key.name(), new Sub(reopened));
      return reopened;
    }
    var made = new TableDraft();
    made.anchor = key.span();
    add(key, new Sub(made));
    return made;
  }

  /** A new table at the end of the array of tables at {@code key}. */
  TableDraft append(Node.Key key) {
    var made = new TableDraft();
    if (find(key.name()) instanceof Tables array) {
      array.tables().add(made);
    } else {
      var tables = new ArrayList<TableDraft>();
      tables.add(made);
      add(key, new Tables(tables));
    }
    return made;
  }

  void put(List<Node.Key> path, Node value) {
    var owner = this;
    for (var key : path.subList(0, path.size() - 1)) {
      owner = owner.descend(key);
    }
    owner.add(path.getLast(), new Value(value));
  }

  private void add(Node.Key key, Slot slot) {
    members.add(new Member(key, slot));
  }

  private @Nullable Slot find(String name) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).key().name().equals(name)) {
        return members.get(i).slot();
      }
    }
    return null;
  }

  private void replace(String name, Slot slot) {
    members.replaceAll(
        member -> member.key().name().equals(name) ? new Member(member.key(), slot) : member);
  }

  Node.Table toNode() {
    var entries = new ArrayList<Node.Entry>();
    for (var member : members) {
      entries.add(
          new Node.Entry(
              member.key(),
              switch (member.slot()) {
                case Value(Node node) -> node;
                case Sub(TableDraft table) -> table.toNode();
                case Tables(List<TableDraft> tables) -> array(tables);
              }));
    }
    var place = anchor == null ? Span.at(0) : anchor;
    var first = header == null ? place : header;
    return new Node.Table(cover(first, entries), place, Optional.ofNullable(header), entries);
  }

  private static Node.Array array(List<TableDraft> tables) {
    var items = tables.stream().map(TableDraft::toNode).toList();
    var span = items.getFirst().span();
    for (var item : items) {
      span = cover(span, item.span());
    }
    return new Node.Array(span, List.copyOf(items));
  }

  private static Span cover(Span first, List<Node.Entry> entries) {
    var span = first;
    for (var entry : entries) {
      span = cover(span, entry.span());
    }
    return span;
  }

  private static Span cover(Span a, Span b) {
    return new Span(Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
  }
}
