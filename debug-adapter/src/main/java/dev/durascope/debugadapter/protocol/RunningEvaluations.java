package dev.durascope.debugadapter.protocol;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The evaluations that clients wait for, which they can cancel by the number of the request. */
final class RunningEvaluations {

  private final Map<String, Runnable> running = new ConcurrentHashMap<>();

  /** Notes one until it is answered. */
  <T> CompletableFuture<T> track(String request, CompletableFuture<T> answer, Runnable interrupt) {
    running.put(
        request,
        () -> {
          interrupt.run();
          answer.completeExceptionally(Problem.CANCELLED.with("cancelled"));
        });
    return answer.whenComplete((value, failure) -> running.remove(request));
  }

  /** Stops one; does nothing when it is over. */
  void cancel(String request) {
    var interrupt = running.get(request);
    if (interrupt != null) {
      interrupt.run();
    }
  }
}
