package dev.durascope.languageserver.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Checks the configurations of the workspace that nobody types near to: all when something changes
 * outside, none with a keystroke. One at a time, so that whoever asks something meanwhile waits for
 * one of them and not for all.
 *
 * <p>Of the analyst's thread.
 */
final class WorkspaceScan {

  private final LanguageClient client;
  private final Analyst analyst;
  private final Publications publications;

  /** What was found, by configuration and then by file. */
  private final Map<Path, Map<Path, List<Diagnostic>>> found = new HashMap<>();

  private final Queue<Path> waiting = new ArrayDeque<>();
  private Snapshot snapshot = Snapshot.EMPTY;
  private Map<Path, List<Diagnostic>> near = Map.of();
  private int generation = -1;
  private List<Path> shownRoots = List.of();
  private int count;
  private @Nullable Progress progress;

  WorkspaceScan(LanguageClient client, Analyst analyst, Publications publications) {
    this.client = client;
    this.analyst = analyst;
    this.publications = publications;
  }

  /** Looks at what there is to check, if something has changed outside. */
  void begin(Snapshot newest) {
    snapshot = newest;
    var typed = newest.configs();
    if (newest.generation() == generation) {
      found.keySet().removeAll(typed);
      waiting.removeAll(typed);
      return;
    }
    generation = newest.generation();
    waiting.clear();
    others(newest).stream().filter(config -> !typed.contains(config)).forEach(waiting::add);
    found.keySet().retainAll(Set.copyOf(waiting));
    count = waiting.size();
    if (!newest.roots().equals(shownRoots) && newest.abilities().showsProgress()) {
      shownRoots = newest.roots();
      if (progress == null) {
        progress = Progress.begin(client, "check-" + generation, "Checking Durable Objects");
      }
    }
  }

  private Collection<Path> others(Snapshot newest) {
    return newest.settings().wholeWorkspace() ? analyst.workspaceFiles(newest) : List.of();
  }

  /** What is known of all files: of those near just now, of the others from the last scan. */
  Collection<Map<Path, List<Diagnostic>>> findingsWith(Map<Path, List<Diagnostic>> fresh) {
    near = fresh;
    return findings();
  }

  private Collection<Map<Path, List<Diagnostic>>> findings() {
    var findings = new ArrayList<>(found.values());
    findings.addFirst(near);
    return findings;
  }

  /** Checks the next one behind what else is to be done; the last one ends the progress. */
  void goOn() {
    if (!waiting.isEmpty()) {
      analyst.soon(this::checkOne);
    } else if (progress != null) {
      progress.end();
      progress = null;
    }
  }

  /** When a newer snapshot waits, it goes first, and the scan goes on behind it. */
  private void checkOne() {
    if (analyst.isBehind()) {
      return;
    }
    var config = waiting.poll();
    if (config == null) {
      return;
    }
    if (progress != null) {
      int done = count - waiting.size();
      progress.report(
          "%d of %d: %s".formatted(done, count, config.getFileName()), 100 * done / count);
    }
    try {
      found.put(config, analyst.check(snapshot, List.of(config), () -> {}).toProtocol());
      publications.publish(snapshot, List.of(), findings());
    } finally {
      goOn();
    }
  }
}
