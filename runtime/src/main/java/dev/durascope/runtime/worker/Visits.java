package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.OutputGate;
import dev.durascope.runtime.storage.ObjectStore;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What others do with the storage of an object that is in memory: between two turns, when none of
 * its transactions is open and its input gate is not shut, so that neither sees a half of what the
 * other does. On the isolate's thread only.
 */
final class Visits {
  private final ObjectStore store;
  private final AlarmMemory alarm;
  private final OutputGate outputGate;
  private final BooleanSupplier mayCome;
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /**
   * @param mayCome whether the object is not in the midst of something
   */
  Visits(ObjectStore store, AlarmMemory alarm, OutputGate outputGate, BooleanSupplier mayCome) {
    this.store = store;
    this.alarm = alarm;
    this.outputGate = outputGate;
    this.mayCome = mayCome;
  }

  /**
   * Comes in now, or after the turn that makes it possible; {@code result} waits for the commit.
   */
  <T> void add(Function<ObjectStore, T> action, CompletableFuture<T> result) {
    waiting.add(() -> pay(action, result));
    admit();
  }

  /** Lets in who waits, if that can be now; called within a turn whose end commits. */
  void admit() {
    while (!waiting.isEmpty() && isBetweenTransactions() && mayCome.getAsBoolean()) {
      waiting.remove().run();
    }
  }

  private boolean isBetweenTransactions() {
    return !store.hasPendingWrites() && !store.hasOpenSavepoint();
  }

  /** A turn is over: if somebody waits and can come in now, the next is theirs. */
  void awaitTurn(Executor turns) {
    if (!waiting.isEmpty() && isBetweenTransactions() && mayCome.getAsBoolean()) {
      turns.execute(this::admit);
    }
  }

  private <T> void pay(Function<ObjectStore, T> action, CompletableFuture<T> result) {
    var before = store.alarm();
    T value;
    try {
      value = action.apply(store);
    } catch (RuntimeException e) {
      store.rollback();
      follow(before);
      result.completeExceptionally(e);
      return;
    }
    follow(before);
    if (!store.hasPendingWrites()) {
      alarm.committed(); // the action has committed by itself
    }
    outputGate.send(() -> result.complete(value));
  }

  private void follow(OptionalLong before) {
    if (!store.alarm().equals(before)) {
      alarm.changedFromOutside();
    }
  }
}
