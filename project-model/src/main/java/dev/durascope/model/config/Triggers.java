package dev.durascope.model.config;

import dev.durascope.model.config.EffectiveConfig.QueueConsumer;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Optional;

/** What makes a Worker run beside requests: schedules and queues. */
record Triggers(Environment environment) {

  /** Environments inherit schedules. */
  List<String> crons() {
    return environment
        .inherited("triggers")
        .flatMap(Node::asTable)
        .map(table -> table.strings("crons"))
        .orElse(List.of())
        .stream()
        .map(Located::value)
        .toList();
  }

  /** Environments do not inherit queues. */
  List<QueueConsumer> queueConsumers() {
    return environment
        .ownValue("queues")
        .flatMap(Node::asTable)
        .map(table -> table.items("consumers"))
        .orElse(List.of())
        .stream()
        .flatMap(item -> item.asTable().stream())
        .filter(table -> table.string("queue").isPresent())
        .map(Triggers::consumer)
        .toList();
  }

  private static QueueConsumer consumer(Node.Table table) {
    return new QueueConsumer(
        table.string("queue").orElseThrow().value(),
        number(table, "max_batch_size"),
        number(table, "max_batch_timeout"),
        number(table, "max_retries"),
        table.string("dead_letter_queue").map(Located::value),
        number(table, "retry_delay"));
  }

  private static Optional<Long> number(Node.Table table, String key) {
    return table
        .get(key)
        .filter(Node.Numeric.class::isInstance)
        .map(node -> ((Node.Numeric) node).value().longValue());
  }
}
