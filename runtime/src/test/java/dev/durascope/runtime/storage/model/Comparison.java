package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs a program on a store and on the model, and tells where they part.
 *
 * @param backends gives each program an empty place of its own
 * @param fault what is wrong with the store, when a test wants that found
 */
record Comparison(Supplier<Backend> backends, UnaryOperator<ObjectStore> fault) {
  /**
   * Where a store is not as the model.
   *
   * @param program up to the step where it shows
   */
  record Difference(List<Step> program, String model, String store) {
    @Override
    public String toString() {
      var lines = new ArrayList<String>();
      program.forEach(step -> lines.add("  " + Listing.of(step)));
      return String.join(",\n", lines)
          + "\nThe last step answers\n  "
          + store
          + "\nwhere the model says\n  "
          + model;
    }
  }

  /** Compares step by step; empty if there is no difference. */
  Optional<Difference> compare(List<Step> program) {
    var backend = backends.get();
    try (var model = new PlainModel(backend.outlivesTheProcess());
        var store = new StoreMachine(backend, fault)) {
      for (var i = 0; i < program.size(); i++) {
        var step = program.get(i);
        var expected = step.on(model);
        var actual = answer(step, store);
        if (!actual.equals(expected)) {
          return Optional.of(new Difference(program.subList(0, i + 1), expected, actual));
        }
      }
    }
    return Optional.empty();
  }

  /** A store that throws is as wrong as one that lies. */
  private static String answer(Step step, StoreMachine store) {
    try {
      return step.on(store);
    } catch (RuntimeException e) {
      return "throws " + e;
    }
  }

  /** The smallest program that can be found by leaving out and simplifying, and still differs. */
  Difference shrink(Difference found) {
    var best = found;
    for (var before = List.<Step>of(); !before.equals(best.program()); ) {
      before = best.program();
      best = simplify(leaveOut(best));
    }
    return best;
  }

  /** Leaves out runs of steps, long ones first. */
  private Difference leaveOut(Difference found) {
    var best = found;
    for (var length = best.program().size() / 2; length > 0; length /= 2) {
      for (var start = 0; start + length < best.program().size(); ) {
        var shorter = new ArrayList<>(best.program());
        shorter.subList(start, start + length).clear();
        var difference = compare(shorter);
        if (difference.isPresent()) {
          best = difference.get();
        } else {
          start += length;
        }
      }
    }
    return best;
  }

  private Difference simplify(Difference found) {
    var best = found;
    for (var i = 0; i < best.program().size(); i++) {
      for (var simpler : best.program().get(i).simpler().toList()) {
        var simplified = new ArrayList<>(best.program());
        simplified.set(i, simpler);
        var difference = compare(simplified);
        if (difference.isPresent() && difference.get().program().size() == simplified.size()) {
          best = difference.get();
        }
      }
    }
    return best;
  }
}
