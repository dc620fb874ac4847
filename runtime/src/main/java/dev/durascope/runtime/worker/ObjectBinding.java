package dev.durascope.runtime.worker;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.durable.Namespace;

/** A namespace of Durable Objects; its functions are those of {@code host.objects}. */
public record ObjectBinding(String name, Namespace namespace) implements Binding {
  @Override
  public Description description() {
    return new Description("Durable Object", namespace.definition().className(), Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "namespace";
  }

  /** What tells the namespace from all others. */
  @Override
  public String options() {
    return new JsonPrimitive(namespace.definition().uniqueKey()).toString();
  }
}
