package dev.durascope.runtime.binding.queue;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;
import dev.durascope.runtime.worker.QueueBatch.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A queue's producer in {@code env}.
 *
 * @param delay of messages that name none, in seconds
 */
record QueueBinding(String name, long delay, QueueBroker broker) implements Binding {
  private static final int FIELDS = 3;

  @Override
  public Description description() {
    return new Description("Queue", broker.name(), Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/queue";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group
        .function(
            "send",
            arguments -> {
              // Of each message its type, body and delay; before them what the batch is called.
              var action = arguments.string(0);
              var messages = new ArrayList<QueueBroker.Sent>();
              for (var i = 3; i + FIELDS <= arguments.count(); i += FIELDS) {
                var type = ContentType.valueOf(arguments.string(i));
                var seconds = arguments.isNull(i + 2) ? delay : (long) arguments.number(i + 2);
                messages.add(
                    new QueueBroker.Sent(type, body(context, arguments, i + 1, type), seconds));
              }
              send(context, arguments, action, messages);
              return null;
            })
        .function(
            "metrics",
            arguments -> {
              var outcome = new CompletableFuture<@Nullable Object>();
              context.answer(outcome, arguments, 0);
              context.outbox().send(() -> outcome.complete(broker.metrics()));
              return null;
            });
  }

  private void send(
      BindingContext context,
      HostGroup.Arguments arguments,
      String action,
      List<QueueBroker.Sent> messages) {
    var outcome = new CompletableFuture<@Nullable Object>();
    context.answer(outcome, arguments, 1);
    context
        .outbox()
        .send(
            () -> {
              try {
                outcome.complete(broker.send(action, messages));
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            });
  }

  private static byte[] body(
      BindingContext context, HostGroup.Arguments arguments, int index, ContentType type) {
    return switch (type) {
      case TEXT, JSON -> arguments.string(index).getBytes(StandardCharsets.UTF_8);
      case BYTES -> arguments.bytes(index);
      case V8 -> context.serialize(arguments, index);
    };
  }
}
