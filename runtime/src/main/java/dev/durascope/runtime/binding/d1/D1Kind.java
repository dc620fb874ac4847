package dev.durascope.runtime.binding.d1;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.worker.Binding;

/**
 * {@code d1_databases}: named by {@code preview_database_id}, {@code database_id} or the binding,
 * as in wrangler.
 */
public final class D1Kind implements BindingKind {
  @Override
  public String key() {
    return "d1_databases";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var id =
        declared
            .string("preview_database_id")
            .or(() -> declared.string("database_id"))
            .orElse(declared.name());
    var database =
        site.kept()
            .get(
                D1Database.class,
                site.state() + " " + id,
                key -> D1Database.open(site.state(), id, site.clock()));
    return new D1Binding(declared.name(), declared.string("database_name").orElse(id), database);
  }
}
