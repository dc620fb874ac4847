package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Incarnation;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.storage.ObjectStore;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Somebody from outside in an object's place while the object is out of memory: for as long as the
 * visit lasts the storage is the visitor's alone, and events wait. None of the user's code runs.
 */
final class StorageVisit implements Incarnation {
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /** Completes when the place is free again. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Does what the visitor came for, commits, and leaves; the object has admitted the visit. */
  <T> T pay(DurableObject object, ObjectStore store, Function<ObjectStore, T> action) {
    try (store) {
      var before = store.alarm();
      var result = action.apply(store);
      var changed = store.hasPendingWrites();
      store.commit();
      follow(object, before, store.alarm());
      if (changed) {
        object.stored();
      }
      return result;
    } finally {
      object.ended(this);
      over.complete(null);
    }
  }

  private static void follow(DurableObject object, OptionalLong before, OptionalLong after) {
    if (after.equals(before)) {
      return;
    }
    var alarms = object.namespace().alarms();
    if (after.isPresent()) {
      alarms.set(object.id(), after.getAsLong());
    } else {
      alarms.delete(object.id());
    }
  }

  @Override
  public void wake() {
    // What has come waits for the object itself.
  }

  @Override
  public CompletableFuture<List<String>> hibernate() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public void abort(ScriptFailure reason) {
    // There is nothing of the object that could be aborted.
  }

  @Override
  public void reset(ScriptFailure reason) {
    // Nor reset.
  }

  @Override
  public boolean isBusy() {
    return true;
  }

  @Override
  public boolean isPaused() {
    return false;
  }

  @Override
  public int regularSockets() {
    return 0;
  }
}
