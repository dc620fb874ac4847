package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;

/**
 * A worker of this process, or an entrypoint of one, as {@code env.NAME.fetch()} and {@code
 * env.NAME.method()}.
 */
public record ServiceBinding(String name, String worker, Entrypoint entrypoint, Workers workers)
    implements Binding {
  @Override
  public Description description() {
    var there = workers.worker(worker).isPresent();
    return new Description(
        "Worker",
        worker + entrypoint.name().map(named -> "#" + named).orElse(""),
        there ? Mode.LOCAL : Mode.UNAVAILABLE);
  }

  @Override
  public String prelude() {
    return "fetcher";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group.function("service", arguments -> new EntrypointService(workers, worker, entrypoint));
  }
}
