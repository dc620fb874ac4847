package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.SourceMapping;
import dev.durascope.model.modules.FunctionOutline;
import java.nio.file.Path;
import java.util.List;

/** Finds functions by their names in the files that a bundle was made from. */
final class FunctionFinder {

  private FunctionFinder() {}

  static List<SourceMapping.Original> find(SourceMapping mapping, String name) {
    var last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1);
    return mapping.files().stream()
        .flatMap(
            file ->
                mapping
                    .content(file)
                    .filter(text -> text.contains(last))
                    .map(text -> find(file, text, name))
                    .stream())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SourceMapping.Original> find(Path file, String text, String name) {
    return FunctionOutline.of(String.valueOf(file.getFileName()), text).stream()
        .filter(function -> function.isCalled(name))
        .map(function -> place(file, text, function.start()))
        .toList();
  }

  private static SourceMapping.Original place(Path file, String text, int offset) {
    var before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new SourceMapping.Original(file, line, offset - before.lastIndexOf('\n'));
  }
}
