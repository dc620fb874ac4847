package dev.durascope.runtime.binding;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.worker.Binding;

/**
 * A binding that is not simulated: it is there, so that code that only passes it on runs; its first
 * use fails and names it.
 *
 * @param kind what the error calls it, such as the configuration's key
 */
public record UnavailableBinding(String name, String kind) implements Binding {
  @Override
  public Description description() {
    return new Description(kind, "", Mode.UNAVAILABLE);
  }

  @Override
  public String prelude() {
    return "binding/unavailable";
  }

  @Override
  public String options() {
    return new JsonPrimitive(kind).toString();
  }
}
