package dev.durascope.runtime.bundle.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. */
final class SteppedDelay implements Delay {
  private record Task(long due, Runnable body) {}

  private final List<Task> tasks = new ArrayList<>();
  private long now;

  @Override
  public Runnable after(Duration time, Runnable body) {
    var task = new Task(now + time.toMillis(), body);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  void pass(long millis) {
    var end = now + millis;
    while (true) {
      var next =
          tasks.stream().filter(task -> task.due() <= end).min(Comparator.comparingLong(Task::due));
      if (next.isEmpty()) {
        break;
      }
      now = next.get().due();
      tasks.remove(next.get());
      next.get().body().run();
    }
    now = end;
  }

  @Override
  public void close() {
    tasks.clear();
  }
}
