package dev.durascope.runtime.binding.hyperdrive;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.worker.Binding;

/**
 * A database.
 *
 * @param address as a URL
 */
record HyperdriveBinding(String name, String id, String address) implements Binding {
  @Override
  public Description description() {
    return new Description("Hyperdrive Config", id, Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/hyperdrive";
  }

  @Override
  public String options() {
    return new JsonPrimitive(address).toString();
  }
}
