package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Finds requests that will never be answered: their handler waits for a promise that nobody can
 * settle. After a turn that leaves requests unanswered it waits a while; if no other turn has come
 * then, and nothing is under way that could bring one, the requests are cancelled, as production
 * does. Durable Objects are not watched there either: their next event may settle what the last one
 * waits for.
 *
 * <p>It goes by real time, not by the project's clock: a clock that the user has stopped makes no
 * request hang. On the isolate's thread only.
 */
final class HangWatch {
  /** workerd's words. */
  private static final String HUNG =
      "The Workers runtime canceled this request because it detected that your Worker's code had"
          + " hung and would never generate a response. Refer to:"
          + " https://developers.cloudflare.com/workers/observability/errors/";

  /** How long an isolate must be silent before it is looked at, in milliseconds. */
  static final long FIRST_LOOK_MILLIS = 1_000;

  /** A look may cost a garbage collection, so a silence that lasts is looked at ever less often. */
  static final long LONGEST_WAIT_MILLIS = 60_000;

  private final BooleanSupplier waits;
  private final BooleanSupplier mayStillAnswer;
  private final Runnable cancel;
  private long epoch;
  private boolean looking;
  private boolean scheduled;

  /**
   * @param waits whether there are requests without their answers
   * @param mayStillAnswer whether something is under way that may bring an answer
   * @param cancel fails the requests that wait
   */
  HangWatch(BooleanSupplier waits, BooleanSupplier mayStillAnswer, Runnable cancel) {
    this.waits = waits;
    this.mayStillAnswer = mayStillAnswer;
    this.cancel = cancel;
  }

  /** What a hung request fails with. */
  static ScriptFailure failure() {
    return ScriptFailure.error(HUNG);
  }

  /** A turn is over. */
  void turnEnded(Isolate isolate) {
    if (looking) {
      looking = false; // the look itself was a turn, and changed nothing
      return;
    }
    epoch++;
    if (!scheduled && waits.getAsBoolean()) {
      schedule(isolate, FIRST_LOOK_MILLIS);
    }
  }

  private void schedule(Isolate isolate, long wait) {
    scheduled = true;
    var of = epoch;
    CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS)
        .execute(() -> isolate.post(() -> look(isolate, of, wait)));
  }

  private void look(Isolate isolate, long of, long waited) {
    looking = true;
    scheduled = false;
    if (!waits.getAsBoolean()) {
      return;
    }
    if (of != epoch) {
      schedule(isolate, FIRST_LOOK_MILLIS);
    } else if (mayStillAnswer.getAsBoolean()) {
      schedule(isolate, Math.min(2 * waited, LONGEST_WAIT_MILLIS));
    } else {
      cancel.run();
    }
  }
}
