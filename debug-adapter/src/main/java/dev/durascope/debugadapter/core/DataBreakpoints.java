package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Stops where the program's code accesses stored data.
 *
 * <p>Storage answers within the call that asks it, so the code that is to blame is on the stack:
 * the thread is {@linkplain Standstill suspended} in the middle of the user's statement, and what
 * that did to storage can be seen.
 */
final class DataBreakpoints implements DataWatch {

  private final DebuggerSession session;
  private final BreakpointIds ids;
  private final IntFunction<@Nullable DebuggedIsolate> isolates;
  private final Consumer<Optional<DataWatch>> wanted;
  private final Judge judge;
  private volatile List<Placed> breakpoints = List.of();

  /**
   * A data breakpoint of the user.
   *
   * @param id the number that the user's editor knows it by
   */
  record Placed(int id, DataBreakpoint request, HitRule rule) {
    static Placed of(int id, DataBreakpoint request) {
      return new Placed(
          id, request, new HitRule(request.condition(), request.hitCondition(), Optional.empty()));
    }
  }

  /** Says whether a hit is a stop. */
  @FunctionalInterface
  interface Judge {
    boolean stops(DebuggedIsolate isolate, SuspendedEvent event, HitRule rule, DataAccess accessed);
  }

  /**
   * @param isolates finds one by its number; null when it is gone
   * @param wanted told when the debuggee is to report accesses, and when no more
   */
  DataBreakpoints(
      DebuggerSession session,
      BreakpointIds ids,
      IntFunction<@Nullable DebuggedIsolate> isolates,
      Consumer<Optional<DataWatch>> wanted,
      Judge judge) {
    this.session = session;
    this.ids = ids;
    this.isolates = isolates;
    this.wanted = wanted;
    this.judge = judge;
  }

  /** Replaces all; one that was there before keeps its id and its count of hits. */
  synchronized List<DataBreakpointStatus> set(List<DataBreakpoint> requests) {
    var before = new ArrayList<>(breakpoints);
    var now = new ArrayList<Placed>();
    for (var request : requests) {
      var kept = before.stream().filter(known -> known.request().equals(request)).findFirst();
      kept.ifPresent(before::remove);
      now.add(kept.orElseGet(() -> Placed.of(ids.next(), request)));
    }
    install(now);
    return now.stream()
        .map(
            placed -> {
              var problem = placed.rule().problem();
              return new DataBreakpointStatus(placed.id(), problem.isEmpty(), problem.orElse(""));
            })
        .toList();
  }

  List<Placed> all() {
    return breakpoints;
  }

  /** Sets breakpoints that have an id already. */
  synchronized void restore(List<Placed> earlier) {
    earlier.forEach(placed -> ids.skipTo(placed.id()));
    install(earlier);
  }

  private void install(List<Placed> now) {
    breakpoints = List.copyOf(now);
    wanted.accept(now.isEmpty() ? Optional.empty() : Optional.of(this));
  }

  @Override
  public boolean watches(ObjectIdentity object) {
    return breakpoints.stream()
        .anyMatch(placed -> placed.request().watched().objects().matches(object));
  }

  @Override
  public boolean watches(ObjectIdentity object, StoredData data) {
    return breakpoints.stream()
        .map(placed -> placed.request().watched())
        .anyMatch(watched -> watched.data().covers(data) && watched.objects().matches(object));
  }

  @Override
  public void accessed(int id, ObjectIdentity object, List<DataAccess> accesses, Context context) {
    var isolate = isolates.apply(id);
    // What the user evaluates in a pause is nothing that the program does.
    if (isolate == null || isolate.isSuspended() || isolate.isUnobserved()) {
      return;
    }
    if (accesses.stream().noneMatch(accessed -> isWatched(object, accessed))) {
      return;
    }
    Standstill.at(
        isolate,
        event -> judge(isolate, object, accesses, event),
        session,
        context,
        context.getBindings("js"));
  }

  private boolean isWatched(ObjectIdentity object, DataAccess accessed) {
    return breakpoints.stream().anyMatch(placed -> placed.request().matches(object, accessed));
  }

  private Optional<Stop> judge(
      DebuggedIsolate isolate,
      ObjectIdentity object,
      List<DataAccess> accesses,
      SuspendedEvent event) {
    var hit = new ArrayList<Integer>();
    var told = new ArrayList<DataAccess>();
    for (var accessed : accesses) {
      for (var placed : breakpoints) {
        if (placed.rule().problem().isEmpty()
            && placed.request().matches(object, accessed)
            && judge.stops(isolate, event, placed.rule(), accessed)) {
          hit.add(placed.id());
          told.add(accessed);
        }
      }
    }
    if (hit.isEmpty()) {
      return Optional.empty();
    }
    var description =
        told.stream()
            .distinct()
            .map(accessed -> description(object, accessed))
            .collect(Collectors.joining("\n"));
    return Optional.of(
        Stop.because(
            isolate.id(),
            Stop.Reason.DATA,
            hit.stream().distinct().toList(),
            new Stop.Cause(description, told.getFirst().operation())));
  }

  private static String description(ObjectIdentity object, DataAccess accessed) {
    return "%s of %s %s: %s"
        .formatted(
            accessed.data().title(),
            object.title(),
            accessed.isWrite() ? "written" : "read",
            accessed.change());
  }
}
