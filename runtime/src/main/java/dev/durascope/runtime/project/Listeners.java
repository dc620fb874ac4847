package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.message.CallMark;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes each report on to all who listen, and keeps the books that the project itself needs. */
final class Listeners implements ProjectListener {
  private final List<ProjectListener> listeners = new CopyOnWriteArrayList<>();
  private final VersionCensus census = new VersionCensus(this::versionRetired);
  private final StackMapper stacks;

  Listeners(StackMapper stacks) {
    this.stacks = stacks;
  }

  void add(ProjectListener listener) {
    listeners.add(listener);
  }

  /** Waits until no isolate is left; false if that takes longer than {@code millis}. */
  boolean awaitNoIsolates(long millis) throws InterruptedException {
    return census.awaitNone(millis);
  }

  @Override
  public void versionReleased(WorkerVersion version, Bundle bundle) {
    stacks.add(Path.of(version.main()), bundle);
    listeners.forEach(listener -> listener.versionReleased(version, bundle));
    census.released(version);
  }

  @Override
  public void versionRetired(WorkerVersion version) {
    listeners.forEach(listener -> listener.versionRetired(version));
    stacks.remove(Path.of(version.main()));
  }

  @Override
  public void started(Isolate isolate, WorkerVersion version, Tenancy tenancy) {
    census.started(isolate, version);
    listeners.forEach(listener -> listener.started(isolate, version, tenancy));
  }

  @Override
  public void ended(Isolate isolate) {
    listeners.forEach(listener -> listener.ended(isolate));
    census.ended(isolate);
  }

  @Override
  public Optional<CallMark> calling() {
    for (var listener : listeners) {
      var mark = listener.calling();
      if (mark.isPresent()) {
        return mark;
      }
    }
    return Optional.empty();
  }
}
