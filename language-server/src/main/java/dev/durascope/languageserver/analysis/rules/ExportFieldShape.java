package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What of CFG15 is about the fields of one entry of {@code exports}: the other Worker of a
 * transfer, and the name of a container.
 */
final class ExportFieldShape {

  private final boolean isComplete;
  private final BiConsumer<Span, String> report;

  /**
   * Where findings go.
   *
   * @param isComplete whether what is absent is not merely not typed yet
   */
  ExportFieldShape(boolean isComplete, BiConsumer<Span, String> report) {
    this.isComplete = isComplete;
    this.report = report;
  }

  /** Looks at the entries that are written for this environment. */
  void check(Environment environment) {
    environment
        .ownValue("exports")
        .flatMap(Node::asTable)
        .ifPresent(
            entries ->
                entries.entries().stream()
                    .map(each -> new ExportEntry(each.key(), each.value()))
                    .filter(ExportEntry::isDurableObject)
                    .forEach(this::entry));
  }

  private void entry(ExportEntry entry) {
    switch (entry.state()) {
      case "transferred" -> script(entry, "transferred_to");
      case ExportEntry.EXPECTING_TRANSFER -> script(entry, "transfer_from");
      default -> {}
    }
    if (entry.isLive()) {
      container(entry);
    }
  }

  private void script(ExportEntry entry, String field) {
    var value = entry.fields().get(field);
    boolean isMissing = value.isEmpty() && isComplete;
    if (isMissing || value.filter(ExportFieldShape::isNoName).isPresent()) {
      report.accept(
          value.map(Node::anchor).orElse(entry.key().span()),
          "\"exports.%s.%s\" is required for state \"%s\" and must be a non-empty string."
              .formatted(entry.className(), field, entry.state()));
    }
  }

  private void container(ExportEntry entry) {
    var value = entry.fields().get("container");
    if (value.isEmpty()) {
      return;
    }
    var field = "\"exports.%s.container\"".formatted(entry.className());
    if (isNoName(value.get())) {
      report.accept(
          value.get().anchor(),
          field
              + " must be a non-empty string naming a container in the \"containers\" array, but got "
              + FieldShape.describe(value.get())
              + ".");
    } else if (isOfOldStorage(entry)) {
      report.accept(
          value.get().anchor(),
          field
              + " requires \"storage\" to be \"sqlite\". Containers are not supported on Durable"
              + " Objects using the \"legacy-kv\" storage backend.");
    }
  }

  private static boolean isOfOldStorage(ExportEntry entry) {
    return entry
        .fields()
        .string("storage")
        .filter(it -> it.value().equals("legacy-kv"))
        .isPresent();
  }

  /** What is not typed yet may become one. */
  private static boolean isNoName(Node value) {
    return FieldShape.isWritten(value)
        && !Optional.of(value)
            .flatMap(Node::asString)
            .filter(name -> !name.value().isEmpty())
            .isPresent();
  }
}
