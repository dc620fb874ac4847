package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;

/**
 * A namespace of another worker of this process, by {@code script_name}. It is looked up when an
 * object is asked for, so the other worker may be loaded later.
 */
public record ForeignObjectBinding(String name, String className, String worker, Workers workers)
    implements Binding {
  @Override
  public Description description() {
    var there = workers.namespace(worker, className).isPresent();
    return new Description(
        "Durable Object",
        className + ", defined in " + worker,
        there ? Mode.LOCAL : Mode.UNAVAILABLE);
  }

  @Override
  public String prelude() {
    return "foreignobjects";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group.function(
        "namespace",
        arguments ->
            workers
                .namespace(worker, className)
                .orElseThrow(
                    () ->
                        ScriptError.error(
                            workers.worker(worker).isEmpty()
                                ? Workers.notFound(worker)
                                : "Worker \""
                                    + worker
                                    + "\" has no Durable Object class \""
                                    + className
                                    + "\", which the binding \""
                                    + name
                                    + "\" refers to.")));
  }
}
