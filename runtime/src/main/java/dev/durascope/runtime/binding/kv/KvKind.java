package dev.durascope.runtime.binding.kv;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.worker.Binding;

/**
 * {@code kv_namespaces}: named by {@code preview_id}, {@code id} or the binding, as in wrangler.
 */
public final class KvKind implements BindingKind {
  @Override
  public String key() {
    return "kv_namespaces";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var shown = declared.string("preview_id").or(() -> declared.string("id"));
    var id = shown.orElse(declared.name());
    var namespace =
        site.kept()
            .get(
                KvNamespace.class,
                site.state() + " " + id,
                key -> KvNamespace.open(site.state(), id, site.clock()));
    return new KvBinding(declared.name(), shown.orElse(""), namespace);
  }
}
