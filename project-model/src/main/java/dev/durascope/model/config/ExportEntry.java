package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.Optional;
import java.util.Set;

/** One entry of the map {@code exports}, as it is written: complete or not. */
public record ExportEntry(Node.Key key, Node value) {

  /** The state of an entry that names none. */
  public static final String CREATED = "created";

  /** The state of a class whose objects another Worker is about to hand over. */
  public static final String EXPECTING_TRANSFER = "expecting-transfer";

  private static final Set<String> OTHERS = Set.of("worker", "workflow");

  private static final Set<String> LIVE = Set.of(CREATED, EXPECTING_TRANSFER);

  public String className() {
    return key.name();
  }

  public Node.Table fields() {
    return value.asTable().orElse(Node.Table.EMPTY);
  }

  public Optional<Located<String>> type() {
    return fields().string("type");
  }

  public boolean isDurableObject() {
    return type().filter(type -> type.value().equals("durable-object")).isPresent();
  }

  /** Whether it is one, or may be meant to be: it is nothing else that there is. */
  public boolean mayBeDurableObject() {
    return type().filter(type -> OTHERS.contains(type.value())).isEmpty();
  }

  /** The state as far as it is a string: {@value #CREATED} where none is written. */
  public String state() {
    return fields().string("state").map(Located::value).orElse(CREATED);
  }

  /** Whether the class is to exist in the code. */
  public boolean isLive() {
    return isDurableObject() && LIVE.contains(state());
  }
}
