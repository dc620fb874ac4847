package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What of CFG15 is about {@code durable_objects}: its bindings, and how long old code goes on after
 * a deployment.
 */
final class ObjectsShape {

  private static final BigDecimal MAX_DELAY_SECONDS = BigDecimal.valueOf(24 * 60 * 60);

  private static final int DIGITS_OF_MILLISECONDS = 3;

  private static final List<String> MODES = List.of("immediate", "deferred");

  private final boolean isComplete;
  private final BiConsumer<Span, String> report;

  /**
   * Where findings go.
   *
   * @param isComplete whether what is absent is not merely not typed yet
   */
  ObjectsShape(boolean isComplete, BiConsumer<Span, String> report) {
    this.isComplete = isComplete;
    this.report = report;
  }

  /** Looks at what is written for this environment. */
  void check(Environment environment) {
    var field = environment.path("durable_objects");
    var value = environment.ownValue("durable_objects");
    if (value.isEmpty()) {
      return;
    }
    if (!(value.get() instanceof Node.Table table)) {
      report(value.get(), "The field \"%s\" should be an object but got %s.", field);
      return;
    }
    var bindings = table.get("bindings");
    bindings.filter(FieldShape::isWritten).ifPresent(list -> bindings(list, field + ".bindings"));
    if (environment.isPreviews()) {
      // Elsewhere wrangler puts an empty list in.
      if (bindings.isEmpty() && isComplete) {
        report.accept(
            table.anchor(),
            "The field \"%s\" is missing the required \"bindings\" property.".formatted(field));
      }
      return;
    }
    table
        .get("code_update_strategy")
        .filter(FieldShape::isWritten)
        .ifPresent(strategy -> strategy(strategy, field + ".code_update_strategy"));
  }

  private void bindings(Node list, String field) {
    if (!(list instanceof Node.Array array)) {
      report(list, "The field \"%s\" should be an array but got %s.", field);
      return;
    }
    for (int i = 0; i < array.items().size(); i++) {
      var item = array.items().get(i);
      if (item instanceof Node.Table binding) {
        environment(binding);
      } else if (FieldShape.isWritten(item)) {
        report(item, "Expected \"%s\" to be an object but got %s", "%s[%d]".formatted(field, i));
      }
    }
  }

  /** The environment of the other Worker. */
  private void environment(Node.Table binding) {
    binding
        .get("environment")
        .filter(value -> FieldShape.isWritten(value) && !(value instanceof Node.Text))
        .ifPresent(
            value ->
                report.accept(
                    value.anchor(),
                    "the field \"environment\", when present, should be a string but got "
                        + FieldShape.describe(value)));
  }

  private void strategy(Node value, String field) {
    if (!(value instanceof Node.Table strategy)) {
      report(value, "The field \"%s\" should be an object but got %s.", field);
      return;
    }
    var mode = strategy.get("mode");
    if (mode.isEmpty() && isComplete) {
      report.accept(strategy.anchor(), "\"%s.mode\" is a required field.".formatted(field));
    }
    mode.filter(FieldShape::isWritten).ifPresent(it -> mode(it, field + ".mode"));
    strategy
        .get("max_delay")
        .filter(FieldShape::isWritten)
        .ifPresent(it -> delay(it, field + ".max_delay"));
  }

  private void mode(Node value, String field) {
    if (!(value instanceof Node.Text text)) {
      report(value, "Expected \"%s\" to be of type string but got %s.", field);
    } else if (!MODES.contains(text.value())) {
      report(
          value,
          "Expected \"%s\" field to be one of [\"immediate\",\"deferred\"] but got %s.",
          field);
    }
  }

  private void delay(Node value, String field) {
    if (!(value instanceof Node.Numeric number)) {
      report(value, "Expected \"%s\" to be of type number but got %s.", field);
      return;
    }
    double written = number.value().doubleValue();
    var seconds = Double.isFinite(written) ? BigDecimal.valueOf(written) : BigDecimal.valueOf(-1);
    if (seconds.signum() < 0 || seconds.compareTo(MAX_DELAY_SECONDS) > 0) {
      report(
          value,
          "Expected \"%s\" to be between 0 and " + MAX_DELAY_SECONDS + " seconds but got %s.",
          field);
    } else if (seconds.stripTrailingZeros().scale() > DIGITS_OF_MILLISECONDS) {
      report(value, "Expected \"%s\" to use millisecond precision but got %s.", field);
    }
  }

  /** The message's places are for the field and what it is. */
  private void report(Node value, String message, String field) {
    report.accept(FieldShape.anchor(value), message.formatted(field, FieldShape.describe(value)));
  }
}
