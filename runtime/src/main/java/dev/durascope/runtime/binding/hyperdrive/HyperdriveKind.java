package dev.durascope.runtime.binding.hyperdrive;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.worker.Binding;
import java.util.Optional;

/**
 * {@code hyperdrive}: the developer's own database, whose address is in an environment variable or
 * under {@code localConnectionString}. Nothing stands between: there is no pool and no cache.
 */
public final class HyperdriveKind implements BindingKind {
  private static final String VARIABLE = "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_";
  private static final String OLD_VARIABLE = "WRANGLER_HYPERDRIVE_LOCAL_CONNECTION_STRING_";

  @Override
  public String key() {
    return "hyperdrive";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var address =
        Optional.ofNullable(System.getenv(VARIABLE + declared.name()))
            .or(() -> Optional.ofNullable(System.getenv(OLD_VARIABLE + declared.name())))
            .or(() -> declared.string("localConnectionString"));
    if (address.isEmpty()) {
      return new UnavailableBinding(
          declared.name(),
          "hyperdrive without an address: set "
              + VARIABLE
              + declared.name()
              + " or localConnectionString");
    }
    var id = declared.string("id").orElse("");
    return new HyperdriveBinding(declared.name(), id, address.get());
  }
}
