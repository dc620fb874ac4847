package dev.durascope.runtime.binding.ratelimit;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.worker.Binding;
import java.util.Map;

/** {@code ratelimits}, and its old form: {@code unsafe.bindings} of the type ratelimit. */
public enum RateLimitKind implements BindingKind {
  RATELIMITS("ratelimits"),
  UNSAFE("unsafe.bindings");

  private final String key;

  RateLimitKind(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var type = declared.string("type").orElse("");
    if (this == UNSAFE && !type.equals("ratelimit")) {
      return new UnavailableBinding(declared.name(), key + " of type " + type);
    }
    if (!(declared.settings().get("simple") instanceof Map<?, ?> simple
        && simple.get("limit") instanceof Number limit
        && simple.get("period") instanceof Number period)) {
      return new UnavailableBinding(declared.name(), key + " without simple.limit and .period");
    }
    var space = String.valueOf(declared.settings().get("namespace_id"));
    var limiter = site.kept().get(RateLimiter.class, space, id -> new RateLimiter(site.clock()));
    return new RateLimitBinding(declared.name(), limit.longValue(), period.longValue(), limiter);
  }
}
