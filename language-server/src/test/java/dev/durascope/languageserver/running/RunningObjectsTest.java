package dev.durascope.languageserver.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningObjectsTest {

  @TempDir Path directory;
  private final FakeTimer timer = new FakeTimer();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private void awaitNews() throws InterruptedException {
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
  }

  /** As an editor does that is told, a second later. */
  private void lookAgain(RunningObjects running) throws InterruptedException {
    awaitNews();
    timer.pass(Pace.INTERVAL);
    running.follow(address());
  }

  private RunningObjects running() {
    return new RunningObjects(timer, () -> told.add("changed"));
  }

  private ControlAddress address() {
    return ControlAddress.of(directory).orElseThrow();
  }

  @Test
  void changesOfObjectsAreToldAndOthersAreNot() throws Exception {
    try (var project = new FakeControlApi(directory);
        var running = running()) {
      project.start();
      running.follow(address());
      var listener = project.listener();
      assertThat(project.tokens()).containsExactly("Bearer secret");
      lookAgain(running);
      for (var type : new String[] {"objectsChanged", "storageChanged", "reloaded"}) {
        listener.tell("log");
        listener.tell(type);
        lookAgain(running);
      }
      assertThat(told).isEmpty();
      assertThat(project.listeners()).as("further connections").isZero();
    }
  }

  @Test
  void aLostConnectionIsMadeAgain() throws Exception {
    try (var project = new FakeControlApi(directory);
        var running = running()) {
      project.start();
      running.follow(address());
      var lost = project.listener();
      lookAgain(running);
      lost.drop();
      assertThat(timer.nextWait()).isEqualTo(EventSubscription.FIRST_WAIT);
      timer.pass(EventSubscription.FIRST_WAIT);
      var listener = project.listener();
      // What was missed may be anything.
      lookAgain(running);
      listener.tell("objectsChanged");
      awaitNews();
    }
  }

  @Test
  void aProjectThatDoesNotAnswerIsAskedLessAndLess() throws Exception {
    try (var project = new FakeControlApi(directory);
        var running = running()) {
      project.start();
      project.stopAnswering();
      running.follow(address());
      for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
        assertThat(timer.nextWait()).isEqualTo(Duration.ofSeconds(seconds));
        timer.pass(Duration.ofSeconds(seconds));
      }
    }
  }

  @Test
  void aProjectThatHasEndedIsFollowedNoMore() throws Exception {
    try (var project = new FakeControlApi(directory);
        var running = running();
        var next = new FakeControlApi(directory)) {
      project.start();
      running.follow(address());
      var listener = project.listener();
      lookAgain(running);
      // Another run, elsewhere, which somebody has to ask about first.
      Files.delete(project.file());
      next.start();
      listener.drop();
      running.follow(address());
      lookAgain(running);
      next.listener().tell("objectsChanged");
      awaitNews();
      assertThat(project.listeners()).isZero();
    }
  }

  @Test
  void itEndsWithTheSession() throws Exception {
    try (var project = new FakeControlApi(directory)) {
      project.start();
      var running = running();
      running.follow(address());
      var listener = project.listener();
      running.close();
      listener.awaitEnd();
      running.follow(address());
      assertThat(project.listeners()).isZero();
    }
  }
}
