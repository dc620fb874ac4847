package dev.durascope.runtime.bundle.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers changes until none came for a while, then hands them on as one batch.
 *
 * <p>A save is several events: an editor truncates and writes, or writes beside and renames; a
 * branch switch is hundreds. Building between them would find half-written files. A file that never
 * comes to rest must not hold the others up for ever, so a batch also ends a fixed time after its
 * first change.
 */
final class QuietPeriod {
  private final Delay delay;
  private final Duration quiet;
  private final Duration longest;
  private final Consumer<Set<Path>> batches;
  private Set<Path> batch = new LinkedHashSet<>();
  private @Nullable Runnable cancelQuiet;
  private @Nullable Runnable cancelLongest;

  QuietPeriod(Delay delay, Duration quiet, Duration longest, Consumer<Set<Path>> batches) {
    this.delay = delay;
    this.quiet = quiet;
    this.longest = longest;
    this.batches = batches;
  }

  /** Adds a change, and starts the quiet time anew. */
  synchronized void add(Path changed) {
    if (batch.isEmpty()) {
      cancelLongest = delay.after(longest, this::end);
    }
    batch.add(changed);
    if (cancelQuiet != null) {
      cancelQuiet.run();
    }
    cancelQuiet = delay.after(quiet, this::end);
  }

  private void end() {
    var ended = take();
    if (!ended.isEmpty()) {
      batches.accept(ended);
    }
  }

  private synchronized Set<Path> take() {
    if (cancelQuiet != null) {
      cancelQuiet.run();
    }
    if (cancelLongest != null) {
      cancelLongest.run();
    }
    cancelQuiet = null;
    cancelLongest = null;
    var taken = batch;
    batch = new LinkedHashSet<>();
    return taken;
  }
}
