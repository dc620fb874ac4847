package dev.durascope.runtime.project;

import dev.durascope.runtime.control.ControlEvent;
import dev.durascope.runtime.control.ControlTarget;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.durable.ObjectListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Turns what happens in the project into the control API's events. */
final class ControlEvents implements ObjectListener {
  private final List<Consumer<ControlEvent>> listeners = new CopyOnWriteArrayList<>();

  ControlTarget.Subscription subscribe(Consumer<ControlEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void changed(DurableObject object) {
    var definition = object.namespace().definition();
    publish(new ControlEvent.ObjectsChanged(definition.worker(), definition.className()));
  }

  @Override
  public void stored(DurableObject object) {
    storageChanged(object.namespace(), object.id().hex());
  }

  void storageChanged(Namespace namespace, String id) {
    var definition = namespace.definition();
    publish(new ControlEvent.StorageChanged(definition.worker(), definition.className(), id));
  }

  void reloaded(String worker) {
    publish(new ControlEvent.Reloaded(worker));
  }

  void log(ProjectLog.Level level, String text, String worker) {
    publish(new ControlEvent.Log(level(level), text, worker, Optional.empty(), Optional.empty()));
  }

  private static ControlEvent.Level level(ProjectLog.Level level) {
    return switch (level) {
      case DEBUG -> ControlEvent.Level.DEBUG;
      case INFO -> ControlEvent.Level.LOG;
      case WARN -> ControlEvent.Level.WARN;
      case ERROR -> ControlEvent.Level.ERROR;
    };
  }

  private void publish(ControlEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
