package dev.durascope.runtime.binding.d1;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;

/** A database in {@code env}. */
record D1Binding(String name, String shown, D1Database database) implements Binding {
  @Override
  public Description description() {
    return new Description("D1 Database", shown, Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/d1";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group.function(
        "query",
        arguments -> {
          var queries = arguments.string(0);
          database.operations().run(context, arguments, 1, () -> database.query(queries));
          return null;
        });
  }
}
