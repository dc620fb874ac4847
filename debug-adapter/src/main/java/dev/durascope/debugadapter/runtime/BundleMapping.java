package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.SourceMapping;
import dev.durascope.model.modules.BreakablePlaces;
import dev.durascope.model.modules.InnerExpressions;
import dev.durascope.model.modules.StatementStarts;
import dev.durascope.model.text.LineIndex;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.bundle.sourcemap.SourceMap;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bundle's source map as the debugger asks for it; parsed when it first asks. */
record BundleMapping(Bundle bundle) implements SourceMapping {
  @Override
  public Optional<Original> original(int line, int column) {
    return bundle
        .map()
        .original(line, column)
        .map(place -> new Original(place.source(), place.line(), place.column()));
  }

  @Override
  public List<Generated> generated(Path file, int line) {
    var map = bundle.map();
    return map.breakpoint(file, line)
        .map(found -> onLine(map, file, found.line()))
        .orElse(List.of());
  }

  private static List<Generated> onLine(SourceMap map, Path file, int line) {
    return map.breakpoints(file, line, line).stream()
        .flatMap(
            location ->
                location.generated().stream()
                    .map(
                        place ->
                            new Generated(
                                place.line(),
                                place.column(),
                                new Original(file, location.line(), location.column()))))
        .sorted(
            (a, b) ->
                a.line() != b.line()
                    ? Integer.compare(a.line(), b.line())
                    : Integer.compare(a.column(), b.column()))
        .toList();
  }

  @Override
  public List<Path> files() {
    return bundle.map().sources().stream().map(SourceMap.Source::path).toList();
  }

  @Override
  public Optional<String> content(Path file) {
    return bundle.map().sources().stream()
        .filter(source -> source.path().equals(file))
        .findFirst()
        .map(SourceMap.Source::content);
  }

  @Override
  public boolean isInner(Generated place) {
    return InnerExpressions.begin(bundle.code(), offset(place));
  }

  @Override
  public boolean isStatement(Generated place) {
    return StatementStarts.begin(bundle.code(), offset(place));
  }

  private int offset(Generated place) {
    var code = bundle.code();
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = code.indexOf('\n', start) + 1;
    }
    return start + place.column() - 1;
  }

  /**
   * On a line that has none, such as one of an object's values, its first place is as good as any.
   */
  @Override
  public List<Original> breakable(Path file, List<Original> places) {
    var text = places.isEmpty() ? Optional.<String>empty() : content(file);
    if (text.isEmpty()) {
      return places;
    }
    var lines = LineIndex.of(text.get());
    var wanted =
        BreakablePlaces.of(String.valueOf(file.getFileName()), text.get()).stream()
            .map(lines::position)
            .map(at -> new Original(file, at.line() + 1, at.column() + 1))
            .collect(Collectors.toSet());
    return places.stream()
        .collect(Collectors.groupingBy(Original::line, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(line -> known(line, wanted).stream())
        .toList();
  }

  private static List<Original> known(List<Original> line, Set<Original> wanted) {
    var known = line.stream().filter(wanted::contains).toList();
    return known.isEmpty()
        ? line.stream().min(Comparator.comparingInt(Original::column)).stream().toList()
        : known;
  }

  @Override
  public List<Original> functions(String name) {
    return FunctionFinder.find(this, name);
  }
}
