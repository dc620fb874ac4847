package dev.durascope.runtime.binding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.durascope.runtime.worker.Binding;
import org.jspecify.annotations.Nullable;

/**
 * A plain value.
 *
 * @param resource how the list of bindings calls it
 * @param detail how the list shows the value
 * @param options the value as JSON
 */
public record ValueBinding(String name, String resource, String detail, String options)
    implements Binding {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  /** One of the configuration's {@code vars}: text, or anything that JSON can hold. */
  public static ValueBinding variable(String name, @Nullable Object value) {
    var json = GSON.toJson(value);
    return new ValueBinding(name, "Environment Variable", json, json);
  }

  /** A variable whose value is nobody's business. */
  public static ValueBinding secret(String name, String value) {
    return new ValueBinding(name, "Environment Variable", "\"(hidden)\"", GSON.toJson(value));
  }

  @Override
  public Description description() {
    return new Description(resource, detail, Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/value";
  }
}
