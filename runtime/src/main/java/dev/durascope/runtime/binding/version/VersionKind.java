package dev.durascope.runtime.binding.version;

import com.google.gson.JsonObject;
import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.ValueBinding;
import dev.durascope.runtime.worker.Binding;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** {@code version_metadata}: an id of its own for each version of the code that is loaded. */
public final class VersionKind implements BindingKind {
  @Override
  public String key() {
    return "version_metadata";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var value = new JsonObject();
    value.addProperty("id", UUID.randomUUID().toString());
    value.addProperty("tag", "");
    value.addProperty(
        "timestamp",
        DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(site.clock().millis())));
    return new ValueBinding(declared.name(), "Worker Version Metadata", "", value.toString());
  }
}
