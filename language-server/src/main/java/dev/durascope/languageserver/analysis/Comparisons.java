package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration is compared with: itself as it was, and the Workers beside it. Each is read
 * when the first rule asks, and kept for the one analysis that this belongs to.
 */
public final class Comparisons {

  private final Once<Optional<Committed>> committed;
  private final Once<List<Subject>> neighbours;

  Comparisons(WranglerConfig config, Surroundings surroundings) {
    committed =
        new Once<>(
            () ->
                surroundings
                    .baselines()
                    .of(config.file())
                    .flatMap(baseline -> read(baseline, surroundings)));
    neighbours = new Once<>(() -> others(config, surroundings));
  }

  Optional<Committed> committed() {
    return committed.get();
  }

  /** Without the configuration itself. */
  List<Subject> neighbours() {
    return neighbours.get();
  }

  private static Optional<Committed> read(Baseline baseline, Surroundings surroundings) {
    return baseline
        .files()
        .read(baseline.config())
        .map(text -> WranglerConfig.parse(baseline.config(), text))
        .map(
            before ->
                new Committed(
                    baseline,
                    Subject.of(before, surroundings.in(baseline), new Scope.Everything())))
        .filter(before -> before.subject().isComplete());
  }

  private static List<Subject> others(WranglerConfig config, Surroundings surroundings) {
    var around = surroundings.alone();
    return surroundings.neighbours().configs().stream()
        .filter(each -> !each.file().equals(config.file()))
        .map(each -> Subject.of(each, around, new Scope.Everything()))
        .toList();
  }
}
