package dev.durascope.runtime.binding.r2;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.worker.Binding;

/** {@code r2_buckets}: named by {@code preview_bucket_name}, {@code bucket_name} or the binding. */
public final class R2Kind implements BindingKind {
  @Override
  public String key() {
    return "r2_buckets";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var shown = declared.string("preview_bucket_name").or(() -> declared.string("bucket_name"));
    var name = shown.orElse(declared.name());
    var bucket =
        site.kept()
            .get(
                R2Bucket.class,
                site.state() + " " + name,
                key -> R2Bucket.open(site.state(), name, site.clock()));
    return new R2Binding(declared.name(), shown.orElse(""), bucket);
  }
}
