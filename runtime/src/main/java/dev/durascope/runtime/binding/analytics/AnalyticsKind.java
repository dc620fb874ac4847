package dev.durascope.runtime.binding.analytics;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;

/** {@code analytics_engine_datasets}: data points are shown among the console's debug lines. */
public final class AnalyticsKind implements BindingKind {
  @Override
  public String key() {
    return "analytics_engine_datasets";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    return new AnalyticsBinding(
        declared.name(), declared.string("dataset").orElse(declared.name()));
  }

  private record AnalyticsBinding(String name, String dataset) implements Binding {
    @Override
    public Description description() {
      return new Description("Analytics Engine Dataset", dataset, Mode.LOCAL);
    }

    @Override
    public String prelude() {
      return "binding/analytics";
    }

    @Override
    public void functions(HostGroup group, BindingContext context) {
      group.function(
          "write",
          arguments -> {
            var point = arguments.string(0);
            context
                .outbox()
                .send(() -> context.log("debug", "Data point for " + dataset + ": " + point));
            return null;
          });
    }
  }
}
