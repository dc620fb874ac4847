package dev.durascope.runtime.project;

import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget.ObjectAddress;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One change of an object's storage on request of a tool: between two turns of the object, or while
 * it is out of memory. It is not made at all if the object does not let it in soon: code that a
 * debugger holds, or that runs on and on, or a critical section that does not end.
 */
final class OutsideChange {
  /** How long an object may take to let a change in, in seconds. */
  private static final long PATIENCE_SECONDS = 5;

  private static final String REASON =
      "Durable Object reset because what it has stored was changed from outside.";

  private enum State {
    WAITING,
    BEGUN,
    GIVEN_UP
  }

  private final Project project;
  private final ObjectAddress address;
  private final DurableObject object;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  private OutsideChange(Project project, ObjectAddress address, DurableObject object) {
    this.project = project;
    this.address = address;
    this.object = object;
  }

  /**
   * Has the object go on with its memory, as after a change of one key.
   *
   * @throws ControlRefusal if the object does not let it in
   */
  static <T> T make(
      Project project, ObjectAddress address, DurableObject object, Function<ObjectStore, T> action)
      throws ControlRefusal {
    var change = new OutsideChange(project, address, object);
    change.requireNotPaused();
    return change.await(() -> project.visit(object, change.begun(action)));
  }

  /**
   * Has the object start anew after it.
   *
   * @throws ControlRefusal if the object does not let it in
   */
  static <T> T makeAndEvict(
      Project project, ObjectAddress address, DurableObject object, Function<ObjectStore, T> action)
      throws ControlRefusal {
    var change = new OutsideChange(project, address, object);
    change.requireNotPaused();
    return change.await(
        () -> project.visitAndEvict(object, change.begun(action), ScriptFailure.error(REASON)));
  }

  /** Refuses a change while a debugger holds the object. */
  static void requireNotPaused(ObjectAddress address, DurableObject object) throws ControlRefusal {
    var incarnation = object.incarnation();
    if (incarnation != null && incarnation.isPaused()) {
      throw ControlRefusal.paused(address);
    }
  }

  private void requireNotPaused() throws ControlRefusal {
    requireNotPaused(address, object);
  }

  private <T> Function<ObjectStore, T> begun(Function<ObjectStore, T> action) {
    return store -> {
      if (!state.compareAndSet(State.WAITING, State.BEGUN)) {
        throw new IllegalStateException("nobody waits for this any more");
      }
      return action.apply(store);
    };
  }

  private <T> T await(Supplier<CompletableFuture<T>> visit) throws ControlRefusal {
    try {
      var result = visit.get();
      try {
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
          requireNotPaused();
          throw new ControlRefusal(
              ControlRefusal.Kind.CONFLICT,
              "object-busy",
              "The %s %s has not come to a point for a while where its storage could be changed"
                  .formatted(address.className(), address.id()));
        }
        return result.get();
      }
    } catch (ExecutionException e) {
      throw refusal(e.getCause() == null ? e : e.getCause(), project.describe(e));
    } catch (StorageException | SqlException | UnsupportedOperationException e) {
      throw refusal(e, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ControlRefusal(
          ControlRefusal.Kind.CONFLICT, "interrupted", "The runtime is shutting down.");
    }
  }

  private static ControlRefusal refusal(Throwable cause, String described) {
    var message = String.valueOf(cause.getMessage());
    return switch (cause) {
      case StorageException failure -> storage(failure);
      case SqlException _ -> new ControlRefusal(ControlRefusal.Kind.BAD_REQUEST, "sql", message);
      case UnsupportedOperationException _ ->
          new ControlRefusal(ControlRefusal.Kind.CONFLICT, "no-sql", message);
      default -> new ControlRefusal(ControlRefusal.Kind.FAILED, "failed", described);
    };
  }

  /** What the files, or the server, have said. */
  static ControlRefusal storage(StorageException failure) {
    return new ControlRefusal(
        failure.kind() == StorageException.Kind.BUSY
            ? ControlRefusal.Kind.CONFLICT
            : ControlRefusal.Kind.FAILED,
        "storage",
        String.valueOf(failure.getMessage()));
  }
}
