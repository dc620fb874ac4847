package dev.durascope.debugadapter.core;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One breakpoint of the user, planted in each version of the script that has a place for it. */
final class PlantedBreakpoint {

  private final int id;
  private final Path file;
  private final SourceBreakpoint request;
  private final HitRule rule;
  private final Map<URI, Planting> planted = new ConcurrentHashMap<>();
  private volatile BreakpointStatus status;
  private volatile boolean announced;

  PlantedBreakpoint(int id, Path file, SourceBreakpoint request) {
    this.id = id;
    this.file = file;
    this.request = request;
    this.rule = new HitRule(request.condition(), request.hitCondition(), request.logMessage());
    this.status = unverified("The program has not been loaded yet.");
  }

  int id() {
    return id;
  }

  SourceBreakpoint request() {
    return request;
  }

  HitRule rule() {
    return rule;
  }

  Map<URI, Planting> planted() {
    return planted;
  }

  BreakpointStatus status() {
    return status;
  }

  /** The user knows of this breakpoint: from now on, changes are news. */
  void announce() {
    announced = true;
  }

  boolean isAnnounced() {
    return announced;
  }

  void unresolved(String message) {
    status = unverified(message);
  }

  /**
   * Takes note of where the breakpoint stops.
   *
   * @return whether that is news
   */
  boolean resolved(SourceMapping.Original place) {
    var before = status;
    status = new BreakpointStatus(id, true, file, place.line(), place.column(), "");
    return !before.equals(status);
  }

  private BreakpointStatus unverified(String message) {
    return new BreakpointStatus(
        id, false, file, request.line(), request.column().orElse(1), message);
  }
}
