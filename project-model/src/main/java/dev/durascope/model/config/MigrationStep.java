package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item of {@code migrations}, as it is written: complete or not. {@link ClassHistory} has the
 * same as plain values.
 */
public record MigrationStep(Node.Table table) {

  /**
   * An item of {@code renamed_classes} or {@code transferred_classes}, as it is written.
   *
   * @param node any value, where it is not the table that it has to be
   */
  public record Move(Node node) {

    private Node.Table table() {
      return node.asTable().orElse(Node.Table.EMPTY);
    }

    public Optional<Located<String>> from() {
      return table().string("from");
    }

    public Optional<Located<String>> to() {
      return table().string("to");
    }

    /** The Worker that gives the class away; only where classes are transferred. */
    public Optional<Located<String>> fromScript() {
      return table().string("from_script");
    }
  }

  public Optional<Located<String>> tag() {
    return table.string("tag");
  }

  /** The classes that come to life with the older storage. */
  public List<Located<String>> createdWithKeyValue() {
    return table.strings("new_classes");
  }

  public List<Located<String>> createdWithSqlite() {
    return table.strings("new_sqlite_classes");
  }

  /** The classes that come to life, on either storage. */
  public List<Located<String>> created() {
    return Stream.concat(createdWithKeyValue().stream(), createdWithSqlite().stream()).toList();
  }

  public List<Located<String>> deleted() {
    return table.strings("deleted_classes");
  }

  public List<Move> renamed() {
    return moves("renamed_classes");
  }

  public List<Move> transferred() {
    return moves("transferred_classes");
  }

  private List<Move> moves(String key) {
    return table.items(key).stream().map(Move::new).toList();
  }
}
