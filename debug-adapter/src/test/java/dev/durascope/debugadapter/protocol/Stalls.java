package dev.durascope.debugadapter.protocol;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the adapter and the project were at when an answer was due and had not come. Whoever hears
 * the answer late can only say that it was; what it had waited for was to be seen then.
 */
final class Stalls {
  /** So many lines of a stack say where a thread is. */
  private static final int MAX_LINES = 14;

  private final Duration limit;
  private final Map<Integer, String> seen = new ConcurrentHashMap<>();

  Stalls(Duration limit) {
    this.limit = limit;
  }

  /** Looks at all threads once the time for an answer is over, if there is none yet. */
  void watch(int request, BooleanSupplier isAnswered) {
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!isAnswered.getAsBoolean()) {
                seen.put(request, threads());
              }
            });
  }

  /** What was seen when the answer to a request was due. */
  String of(int request) {
    return seen.getOrDefault(request, "");
  }

  /** The threads, virtual ones included, in which something of ours is being done. */
  private static String threads() {
    try {
      var folder = Files.createTempDirectory("durascope-stall");
      var file = folder.resolve("threads");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
        return ours(Files.readString(file));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      return "\n(the threads could not be looked at: " + e.getMessage() + ")";
    }
  }

  private static String ours(String dump) {
    List<String> told = new ArrayList<>();
    for (var thread : dump.split("\n\n", -1)) {
      if (thread.contains("dev.durascope.debugadapter.core")
          || thread.contains("dev.durascope.runtime")
          || thread.contains("dev.durascope.debugadapter.protocol.Session")) {
        told.add(String.join("\n", thread.strip().lines().limit(MAX_LINES).toList()));
      }
    }
    return "\n" + String.join("\n", told);
  }
}
