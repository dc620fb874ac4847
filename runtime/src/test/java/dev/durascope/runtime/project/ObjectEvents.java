package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.ObjectListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what happens to the project's objects. */
final class ObjectEvents implements ObjectListener {
  private final CountDownLatch stored = new CountDownLatch(1);
  private final Object monitor = new Object();
  private final TestProject project;

  ObjectEvents(TestProject project) {
    this.project = project;
    project.project().changes().add(this);
  }

  @Override
  public void changed(DurableObject object) {
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }

  @Override
  public void stored(DurableObject object) {
    stored.countDown();
  }

  void awaitStored() throws InterruptedException {
    assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();
  }

  void await(Predicate<DurableObject> condition) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    synchronized (monitor) {
      while (!condition.test(project.onlyObject())) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        assertThat(left).as("time left").isPositive();
        monitor.wait(left);
      }
    }
  }
}
