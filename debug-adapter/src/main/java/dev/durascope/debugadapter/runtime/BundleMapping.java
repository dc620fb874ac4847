package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.SourceMapping;
import dev.durascope.model.modules.InnerExpressions;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.bundle.sourcemap.SourceMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    var code = bundle.code();
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = code.indexOf('\n', start) + 1;
    }
    return InnerExpressions.begin(code, start + place.column() - 1);
  }

  @Override
  public List<Original> functions(String name) {
    return FunctionFinder.find(this, name);
  }
}
