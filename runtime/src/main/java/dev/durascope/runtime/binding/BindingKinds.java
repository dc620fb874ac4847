package dev.durascope.runtime.binding;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.kv.KvKind;
import dev.durascope.runtime.worker.Binding;
import java.util.List;

/** All kinds that are simulated; whoever adds one adds it here. */
public final class BindingKinds {
  private static final List<BindingKind> ALL = List.of(new KvKind());

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
