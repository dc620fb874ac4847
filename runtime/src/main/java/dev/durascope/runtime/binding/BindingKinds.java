package dev.durascope.runtime.binding;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.analytics.AnalyticsKind;
import dev.durascope.runtime.binding.assets.AssetsKind;
import dev.durascope.runtime.binding.d1.D1Kind;
import dev.durascope.runtime.binding.hyperdrive.HyperdriveKind;
import dev.durascope.runtime.binding.kv.KvKind;
import dev.durascope.runtime.binding.queue.QueueKind;
import dev.durascope.runtime.binding.r2.R2Kind;
import dev.durascope.runtime.binding.ratelimit.RateLimitKind;
import dev.durascope.runtime.binding.version.VersionKind;
import dev.durascope.runtime.worker.Binding;
import java.util.List;

/** All kinds that are simulated; whoever adds one adds it here. */
public final class BindingKinds {
  private static final List<BindingKind> ALL =
      List.of(
          new AnalyticsKind(),
          new AssetsKind(),
          new D1Kind(),
          new HyperdriveKind(),
          new KvKind(),
          RateLimitKind.RATELIMITS,
          RateLimitKind.UNSAFE,
          new QueueKind(),
          new R2Kind(),
          new VersionKind());

  private BindingKinds() {}

  /** The binding that a declaration asks for; of a kind that is not simulated, one that says so. */
  public static Binding bind(OtherBinding declared, BindingSite site) {
    for (var kind : ALL) {
      if (kind.key().equals(declared.kind())) {
        return kind.bind(declared, site);
      }
    }
    return new UnavailableBinding(declared.name(), declared.kind());
  }
}
