package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SourceElement;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The breakpoints on functions, planted in every version of the scripts: at the first statement of
 * each function that has the name in the user's files.
 */
final class FunctionBreakpoints {

  private final DebuggerSession session;
  private final Instrumenter instrumenter;
  private final BreakpointIds ids;
  private final Scripts scripts;
  private volatile List<Placed> breakpoints = List.of();

  /** A function breakpoint of the user, with its places in each script. */
  record Placed(
      int id, FunctionBreakpoint request, HitRule rule, Map<URI, List<Planting>> planted) {
    static Placed of(int id, FunctionBreakpoint request) {
      var rule = new HitRule(request.condition(), request.hitCondition(), Optional.empty());
      return new Placed(id, request, rule, new ConcurrentHashMap<>());
    }

    private FunctionBreakpointStatus status() {
      var problem =
          rule.problem()
              .or(
                  () ->
                      planted.isEmpty()
                          ? Optional.of(
                              "No file of the running program has a function \""
                                  + request.name()
                                  + "\".")
                          : Optional.empty());
      return new FunctionBreakpointStatus(id, problem.isEmpty(), problem.orElse(""));
    }
  }

  FunctionBreakpoints(
      DebuggerSession session, Instrumenter instrumenter, BreakpointIds ids, Scripts scripts) {
    this.session = session;
    this.instrumenter = instrumenter;
    this.ids = ids;
    this.scripts = scripts;
  }

  /** Replaces all; one that was there before keeps its id and its count of hits. */
  synchronized List<FunctionBreakpointStatus> set(List<FunctionBreakpoint> requests) {
    var before = new ArrayList<>(breakpoints);
    var now = new ArrayList<Placed>();
    for (var request : requests) {
      var kept = before.stream().filter(known -> known.request().equals(request)).findFirst();
      kept.ifPresent(before::remove);
      now.add(kept.orElseGet(() -> planted(Placed.of(ids.next(), request))));
    }
    before.forEach(gone -> gone.planted().values().forEach(FunctionBreakpoints::dispose));
    breakpoints = List.copyOf(now);
    return now.stream().map(Placed::status).toList();
  }

  List<Placed> all() {
    return breakpoints;
  }

  /** Sets breakpoints of an earlier run, with their ids. */
  synchronized void restore(List<Placed> earlier) {
    earlier.forEach(placed -> ids.skipTo(placed.id()));
    breakpoints = earlier.stream().map(old -> planted(Placed.of(old.id(), old.request()))).toList();
  }

  private Placed planted(Placed breakpoint) {
    scripts.all().forEach(script -> plant(breakpoint, script));
    return breakpoint;
  }

  synchronized void plantIn(Script script) {
    breakpoints.forEach(breakpoint -> plant(breakpoint, script));
  }

  synchronized void removeFrom(Script script) {
    for (var breakpoint : breakpoints) {
      var gone = breakpoint.planted().remove(script.uri());
      if (gone != null) {
        dispose(gone);
      }
    }
  }

  private static void dispose(List<Planting> gone) {
    gone.forEach(Planting::dispose);
  }

  Optional<Placed> find(Breakpoint engineBreakpoint) {
    return breakpoints.stream()
        .filter(
            known ->
                known.planted().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(place -> place.is(engineBreakpoint)))
        .findFirst();
  }

  private void plant(Placed breakpoint, Script script) {
    if (breakpoint.rule().problem().isPresent()) {
      return;
    }
    for (var function : script.mapping().functions(breakpoint.request().name())) {
      script.mapping().generated(function.file(), function.line()).stream()
          .min(
              Comparator.comparingInt(
                  place -> Math.abs(place.original().column() - function.column())))
          .ifPresent(place -> plant(breakpoint, script, place));
    }
  }

  private void plant(Placed breakpoint, Script script, SourceMapping.Generated place) {
    var planting =
        script.mapping().isStatement(place)
            ? Planting.atStatement(place, script.uri(), instrumenter, session, _ -> {})
            : Planting.nearest(place, script.uri(), session, _ -> {}, SourceElement.STATEMENT);
    breakpoint
        .planted()
        .computeIfAbsent(script.uri(), _ -> new CopyOnWriteArrayList<>())
        .add(planting);
  }
}
