package dev.durascope.runtime.binding.queue;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.worker.Binding;

/** {@code queues.producers}. */
public final class QueueKind implements BindingKind {
  @Override
  public String key() {
    return "queues.producers";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var queue = declared.string("queue");
    if (queue.isEmpty()) {
      return new UnavailableBinding(declared.name(), key() + " without a queue");
    }
    var delay =
        declared.settings().get("delivery_delay") instanceof Number seconds
            ? seconds.longValue()
            : 0;
    return new QueueBinding(
        declared.name(), delay, QueueBroker.of(queue.get(), site.clock(), site.kept()));
  }
}
