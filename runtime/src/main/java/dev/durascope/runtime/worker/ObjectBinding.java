package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.script.HostGroup;

/** A namespace of Durable Objects. JavaScript gets it as a handle for {@code host.objects}. */
public record ObjectBinding(String name, Namespace namespace) implements Binding {
  @Override
  public Description description() {
    return new Description("Durable Object", namespace.definition().className(), Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "namespace";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group.function("namespace", arguments -> namespace);
  }
}
