package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SourceElement;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The breakpoints of the user, kept planted in every version of the scripts.
 *
 * <p>A breakpoint belongs to a line of a file, and a script is made from files. So each script gets
 * its own engine breakpoint, at the place that the source map gives for the line; when a new
 * version of the script appears, the breakpoint is planted there too. The engine finds the exact
 * statement once it has parsed the script; what the user is told may change then.
 */
final class Breakpoints {

  private final DebuggerSession session;
  private final Instrumenter instrumenter;
  private final BreakpointIds ids;
  private final Scripts scripts;
  private final Consumer<BreakpointStatus> changed;
  private final Map<Path, List<PlantedBreakpoint>> byFile = new HashMap<>();

  Breakpoints(
      DebuggerSession session,
      Instrumenter instrumenter,
      BreakpointIds ids,
      Scripts scripts,
      Consumer<BreakpointStatus> changed) {
    this.session = session;
    this.instrumenter = instrumenter;
    this.ids = ids;
    this.scripts = scripts;
    this.changed = changed;
  }

  /**
   * Replaces the breakpoints of a file. One that was there before, with the same conditions at the
   * same place, keeps its id and its count of hits.
   */
  synchronized List<BreakpointStatus> set(Path file, List<SourceBreakpoint> requests) {
    var before = new ArrayList<>(byFile.getOrDefault(file, List.of()));
    var now = new ArrayList<PlantedBreakpoint>();
    for (var request : requests) {
      var kept = before.stream().filter(known -> known.request().equals(request)).findFirst();
      if (kept.isPresent()) {
        before.remove(kept.get());
        now.add(kept.get());
      } else {
        var added = new PlantedBreakpoint(ids.next(), file, request);
        scripts.all().forEach(script -> plant(added, file, script));
        explainIfNowhere(added, file);
        now.add(added);
      }
    }
    before.forEach(gone -> gone.planted().values().forEach(Planting::dispose));
    byFile.put(file, now);
    now.forEach(PlantedBreakpoint::announce);
    return now.stream().map(PlantedBreakpoint::status).toList();
  }

  synchronized List<PlacedBreakpoint> all() {
    var all = new ArrayList<PlacedBreakpoint>();
    byFile.forEach(
        (file, breakpoints) ->
            breakpoints.forEach(
                known -> all.add(new PlacedBreakpoint(known.id(), file, known.request()))));
    return all;
  }

  /** Sets breakpoints that have an id already, before any other is set. */
  synchronized void restore(List<PlacedBreakpoint> earlier) {
    for (var placed : earlier) {
      var breakpoint = new PlantedBreakpoint(placed.id(), placed.file(), placed.request());
      ids.skipTo(placed.id());
      byFile.computeIfAbsent(placed.file(), file -> new ArrayList<>()).add(breakpoint);
      scripts.all().forEach(script -> plant(breakpoint, placed.file(), script));
      explainIfNowhere(breakpoint, placed.file());
      breakpoint.announce();
    }
  }

  /** Plants all breakpoints in a script that has just been loaded. */
  synchronized void plantIn(Script script) {
    byFile.forEach(
        (file, breakpoints) ->
            breakpoints.forEach(
                breakpoint -> {
                  var before = breakpoint.status();
                  plant(breakpoint, file, script);
                  explainIfNowhere(breakpoint, file);
                  if (!before.equals(breakpoint.status())) {
                    changed.accept(breakpoint.status());
                  }
                }));
  }

  synchronized void removeFrom(Script script) {
    for (var breakpoints : byFile.values()) {
      for (var breakpoint : breakpoints) {
        var gone = breakpoint.planted().remove(script.uri());
        if (gone != null) {
          gone.dispose();
        }
      }
    }
  }

  synchronized Optional<PlantedBreakpoint> find(Breakpoint engineBreakpoint) {
    return byFile.values().stream()
        .flatMap(List::stream)
        .filter(
            known ->
                known.planted().values().stream().anyMatch(place -> place.is(engineBreakpoint)))
        .findFirst();
  }

  private void plant(PlantedBreakpoint breakpoint, Path file, Script script) {
    var request = breakpoint.request();
    if (breakpoint.rule().problem().isPresent()) {
      return;
    }
    var place =
        choose(script.mapping().generated(scripts.known(file), request.line()), request.column());
    if (place.isEmpty()) {
      return;
    }
    breakpoint.resolved(place.get().original());
    breakpoint.planted().put(script.uri(), planting(breakpoint, script, place.get()));
  }

  private Planting planting(
      PlantedBreakpoint breakpoint, Script script, SourceMapping.Generated place) {
    Consumer<SourceSection> found = section -> found(breakpoint, script, section);
    var mapping = script.mapping();
    if (breakpoint.request().column().isPresent() || mapping.isInner(place)) {
      return Planting.nearest(
          place, script.uri(), session, found, SourceElement.STATEMENT, SourceElement.EXPRESSION);
    }
    return mapping.isStatement(place)
        ? Planting.atStatement(place, script.uri(), instrumenter, session, found)
        : Planting.nearest(place, script.uri(), session, found, SourceElement.STATEMENT);
  }

  private void found(PlantedBreakpoint breakpoint, Script script, SourceSection section) {
    script
        .mapping()
        .original(section.getStartLine(), section.getStartColumn())
        .ifPresent(
            place -> {
              if (breakpoint.resolved(place) && breakpoint.isAnnounced()) {
                changed.accept(breakpoint.status());
              }
            });
  }

  private static Optional<SourceMapping.Generated> choose(
      List<SourceMapping.Generated> places, OptionalInt column) {
    if (column.isEmpty()) {
      return places.stream().findFirst();
    }
    int wanted = column.getAsInt();
    return places.stream()
        .min(Comparator.comparingInt(place -> Math.abs(place.original().column() - wanted)));
  }

  private void explainIfNowhere(PlantedBreakpoint breakpoint, Path file) {
    var problem = breakpoint.rule().problem();
    if (problem.isPresent()) {
      breakpoint.unresolved(problem.get());
    } else if (breakpoint.planted().isEmpty()) {
      breakpoint.unresolved(
          scripts.files().contains(scripts.known(file))
              ? "No code of this line or below it is in the running program."
              : "The running program does not contain this file: nothing imports it.");
    }
  }
}
