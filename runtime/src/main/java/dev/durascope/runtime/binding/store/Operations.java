package dev.durascope.runtime.binding.store;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.BindingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs what isolates ask of a store: one operation after the other, in the order in which they
 * left, on a thread of its own. A value that is still arriving keeps nobody waiting: it is taken in
 * beside the others, and its operation stands in line when it is there.
 */
public final class Operations implements AutoCloseable {
  private final ExecutorService line;
  private final ExecutorService arrivals = Executors.newVirtualThreadPerTaskExecutor();

  /** A line whose thread shows {@code name}. */
  public Operations(String name) {
    line = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  /** Runs {@code operation} and answers to the functions at {@code index}. */
  public void run(
      BindingContext context,
      HostGroup.Arguments arguments,
      int index,
      Callable<? extends @Nullable Object> operation) {
    var outcome = new CompletableFuture<@Nullable Object>();
    context.answer(outcome, arguments, index);
    context.outbox().send(() -> line.execute(() -> complete(outcome, operation)));
  }

  /** The same for an operation that first takes in a body. */
  public <T> void run(
      BindingContext context,
      HostGroup.Arguments arguments,
      int index,
      Body body,
      Function<Body, T> arrive,
      Function<T, ? extends @Nullable Object> operation) {
    if (!(body instanceof Body.Stream)) {
      run(context, arguments, index, () -> operation.apply(arrive.apply(body)));
      return;
    }
    var outcome = new CompletableFuture<@Nullable Object>();
    context.answer(outcome, arguments, index);
    context
        .outbox()
        .send(
            () ->
                arrivals.execute(
                    () -> {
                      try {
                        var arrived = arrive.apply(body);
                        line.execute(() -> complete(outcome, () -> operation.apply(arrived)));
                      } catch (RuntimeException e) {
                        outcome.completeExceptionally(e);
                      }
                    }));
  }

  private static void complete(
      CompletableFuture<@Nullable Object> outcome, Callable<? extends @Nullable Object> operation) {
    try {
      outcome.complete(operation.call());
    } catch (Exception e) {
      outcome.completeExceptionally(e);
    }
  }

  /** Lets operations that have begun come to their end. */
  @Override
  public void close() {
    arrivals.shutdownNow();
    line.close();
  }
}
