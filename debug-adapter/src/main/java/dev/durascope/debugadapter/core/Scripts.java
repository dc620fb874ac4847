package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that isolates may run now. A source that is not among them is none of the user's: the
 * debugger neither stops in it nor shows its frames.
 */
final class Scripts {

  private static final Pattern DEBUGGER_STATEMENT =
      Pattern.compile("(?<![\\w$.])debugger(?![\\w$])");

  private final Map<URI, Script> byUri = new ConcurrentHashMap<>();
  private final Map<Integer, Script> byAge = new ConcurrentSkipListMap<>();
  private final Set<URI> halting = ConcurrentHashMap.newKeySet();
  private int count;

  synchronized boolean add(Script script) {
    if (byUri.putIfAbsent(script.uri(), script) != null) {
      return false;
    }
    byAge.put(count++, script);
    if (hasDebuggerStatement(script.mapping())) {
      halting.add(script.uri());
    }
    return true;
  }

  synchronized void remove(Script script) {
    byUri.remove(script.uri());
    halting.remove(script.uri());
    byAge.values().removeIf(known -> known.uri().equals(script.uri()));
  }

  private static boolean hasDebuggerStatement(SourceMapping mapping) {
    return mapping.files().stream()
        .flatMap(file -> mapping.content(file).stream())
        .anyMatch(text -> text.contains("debugger") && DEBUGGER_STATEMENT.matcher(text).find());
  }

  /** Whether one of them holds what is, or looks like, a {@code debugger} statement. */
  boolean haveDebuggerStatements() {
    return !halting.isEmpty();
  }

  /** All scripts, the oldest first. */
  Collection<Script> all() {
    return List.copyOf(byAge.values());
  }

  boolean isProject(Source source) {
    return byUri.containsKey(source.getURI());
  }

  Optional<Script> of(URI uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  /** The original of where a section starts; empty outside of the user's files. */
  Optional<FilePosition> original(@Nullable SourceSection section) {
    if (section == null || !section.isAvailable()) {
      return Optional.empty();
    }
    return of(section.getSource().getURI())
        .flatMap(
            script -> script.mapping().original(section.getStartLine(), section.getStartColumn()))
        .map(FilePosition::of);
  }

  /** The files of all scripts, without repetition. */
  List<Path> files() {
    return all().stream().flatMap(script -> script.mapping().files().stream()).distinct().toList();
  }

  /**
   * The path by which the scripts know a file, which may be another than the client's: either may
   * go through symbolic links.
   */
  Path known(Path file) {
    var files = files();
    if (files.contains(file)) {
      return file;
    }
    var real = real(file);
    return files.stream()
        .filter(candidate -> Objects.equals(candidate.getFileName(), file.getFileName()))
        .filter(candidate -> real(candidate).equals(real))
        .findFirst()
        .orElse(file);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file; // such as one that is not there
    }
  }

  /** The text of a file in the newest script that holds it. */
  Optional<String> content(Path file) {
    return all().stream()
        .flatMap(script -> script.mapping().content(file).stream())
        .reduce((older, newer) -> newer);
  }
}
