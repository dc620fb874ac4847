package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.FieldEdit;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.Optional;

/** Where to say that a binding lacks a string, and how to give it one. */
final class BindingFields {

  private BindingFields() {}

  /**
   * The place of the fault if {@code field} is not a string: its value of another type, else the
   * binding. A value not typed yet, or half of one, is a syntax fault already, and in a text that
   * does not parse the field may be there and merely not readable.
   */
  static Optional<Span> place(Subject subject, BindingEntry binding, String field) {
    var value = binding.table().get(field);
    if (value.isPresent()) {
      return switch (value.get()) {
        case Node.Text _, Node.Missing _ -> Optional.empty();
        case Node.Word _ when !subject.isComplete() -> Optional.empty();
        case Node other -> Optional.of(other.anchor());
      };
    }
    return subject.isComplete() ? Optional.of(binding.table().anchor()) : Optional.empty();
  }

  /** Writes {@code value} where {@link #place} has found that a string is missing. */
  static Fix fix(Subject subject, BindingEntry binding, String field, String value) {
    var written = binding.table().get(field);
    return written.isPresent()
        ? new Fix(
            "Replace by \"" + value + "\"",
            FieldEdit.replace(subject.config(), written.get(), value))
        : new Fix(
            "Add %s = \"%s\"".formatted(field, value),
            FieldEdit.add(subject.config(), binding.table(), field, value));
  }
}
