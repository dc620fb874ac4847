package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The order of things is the test's: work waits in a queue until it is run. */
class AnswerTest {

  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final ArrayList<String> done = new ArrayList<>();

  @Test
  void workThatIsGivenUpBeforeItsTurnNeverBegins() {
    var first = Answer.on(queue::add, cancelled -> done.add("first"));
    var second = Answer.on(queue::add, cancelled -> done.add("second")).thenApply(x -> "derived");
    var third = Answer.on(queue::add, cancelled -> done.add("third"));
    assertThat(second.cancel(true)).isTrue();
    queue.forEach(Runnable::run);
    assertThat(done).containsExactly("first", "third");
    assertThat(first).isCompletedWithValue(true);
    assertThat(second).isCancelled();
    assertThat(third).isCompletedWithValue(true);
  }

  @Test
  void workInProgressEndsWhereItLooks() {
    var derived = new ArrayList<java.util.concurrent.Future<?>>();
    var answer =
        Answer.on(
            queue::add,
            cancelled -> {
              cancelled.checkCanceled();
              done.add("begun");
              derived.getFirst().cancel(true);
              cancelled.checkCanceled();
              return done.add("too late");
            });
    derived.add(answer.thenApply(x -> x).thenAccept(x -> done.add("told")));
    queue.forEach(Runnable::run);
    assertThat(done).containsExactly("begun");
    assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void whatWorkThrowsIsItsAnswer() {
    var answer =
        Answer.on(
            queue::add,
            cancelled -> {
              throw new IllegalStateException("broken");
            });
    queue.forEach(Runnable::run);
    assertThatThrownBy(answer::join).hasMessageContaining("broken");
  }
}
