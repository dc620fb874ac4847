package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.ConfigTwin;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same question with the configurations in the other syntax, and the cursor in the same word.
 */
final class FeatureTwin {

  /**
   * Where a cursor is, in words that both syntaxes have.
   *
   * @param steps keys, and numbers of items
   * @param isKey whether it is in the last key, or in what that has for a value
   * @param into how far behind the word's start
   */
  private record Place(List<String> steps, boolean isKey, int into) {}

  private final List<Place> places = new ArrayList<>();
  private final int offset;

  private FeatureTwin(int offset) {
    this.offset = offset;
  }

  /** Empty where a configuration cannot be written in the other syntax. */
  static Optional<FeatureFixture> of(FeatureFixture fixture) {
    return ConfigTwin.of(fixture.files()).map(files -> of(fixture, files));
  }

  private static FeatureFixture of(FeatureFixture fixture, Map<Path, String> files) {
    var asked = ConfigTwin.name(fixture.asked());
    boolean inConfig = ConfigFiles.isConfig(fixture.asked());
    boolean hasCursor = fixture.text().contains("<|>");
    if (!inConfig || !hasCursor) {
      return fixture.with(files, asked, fixture.start(), fixture.end());
    }
    var here = parse(fixture.asked(), fixture.files());
    var there = parse(asked, files);
    return fixture.with(
        files,
        asked,
        moved(here, there, fixture.start(), fixture),
        moved(here, there, fixture.end(), fixture));
  }

  private static WranglerConfig parse(Path path, Map<Path, String> files) {
    return WranglerConfig.parse(path, Optional.ofNullable(files.get(path)).orElseThrow());
  }

  private static int moved(
      WranglerConfig here, WranglerConfig there, int offset, FeatureFixture fixture) {
    var search = new FeatureTwin(offset);
    search.visit(here.document().root(), List.of());
    if (search.places.isEmpty()) {
      throw new AssertionError("the cursor of %s is in no word".formatted(fixture.file()));
    }
    var place = search.places.getLast();
    var span = span(there.document().root(), place);
    return Math.min(span.start() + place.into(), span.end());
  }

  private void visit(Node node, List<String> steps) {
    switch (node) {
      case Node.Table table -> {
        for (var entry : table.entries()) {
          var inner = plus(steps, entry.key().name());
          add(entry.key().span(), inner, true);
          visit(entry.value(), inner);
        }
      }
      case Node.Array array -> {
        for (int i = 0; i < array.items().size(); i++) {
          visit(array.items().get(i), plus(steps, String.valueOf(i)));
        }
      }
      default -> add(node.anchor(), steps, false);
    }
  }

  private static List<String> plus(List<String> steps, String step) {
    var all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  private void add(Span span, List<String> steps, boolean isKey) {
    if (span.touches(offset)) {
      places.add(new Place(steps, isKey, offset - span.start()));
    }
  }

  private static Span span(Node root, Place place) {
    var at = root;
    var key = new Span(0, 0);
    for (var step : place.steps()) {
      if (at instanceof Node.Table table) {
        var entry = table.entry(step).orElseThrow();
        key = entry.key().span();
        at = entry.value();
      } else {
        at = at.asItems().get(Integer.parseInt(step));
      }
    }
    return place.isKey() ? key : at.anchor();
  }
}
