package dev.durascope.runtime.project;

import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.TimeControl;
import dev.durascope.runtime.durable.AlarmSchedule;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.SteerableClock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock and the alarms of a {@link Workspace}, as the control API sees and moves them. */
final class ProjectTime implements TimeControl {
  private final Workspace workspace;

  ProjectTime(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public ClockFacts clock() {
    Clock clock = workspace.clock();
    return new ClockFacts(
        clock.millis(), clock instanceof SteerableClock steerable && steerable.isFrozen());
  }

  @Override
  public void freeze() throws ControlRefusal {
    steerable().freeze();
  }

  @Override
  public void resume() throws ControlRefusal {
    steerable().resume();
  }

  @Override
  public void step(long millis) throws ControlRefusal {
    steerable().advance(millis);
  }

  @Override
  public void jump() throws ControlRefusal {
    var clock = steerable();
    var next =
        alarms().stream()
            .filter(alarm -> !alarm.running())
            .findFirst()
            .orElseThrow(() -> conflict("no-alarm", "No alarm waits."));
    clock.advance(Math.max(0, next.nextRun() - clock.millis()));
  }

  private SteerableClock steerable() throws ControlRefusal {
    if (workspace.clock() instanceof SteerableClock clock) {
      return clock;
    }
    throw conflict("clock-fixed", "The clock of this project belongs to whoever started it.");
  }

  private static ControlRefusal conflict(String code, String message) {
    return new ControlRefusal(ControlRefusal.Kind.CONFLICT, code, message);
  }

  @Override
  public List<DueAlarm> alarms() {
    return workspace.projects().stream()
        .flatMap(project -> project.namespaces().values().stream())
        .flatMap(ProjectTime::alarms)
        .sorted(Comparator.comparingLong(DueAlarm::nextRun))
        .toList();
  }

  private static Stream<DueAlarm> alarms(Namespace namespace) {
    return namespace.alarms().all().stream().map(alarm -> alarm(namespace, alarm));
  }

  private static DueAlarm alarm(Namespace namespace, AlarmSchedule.Waiting alarm) {
    var definition = namespace.definition();
    return new DueAlarm(
        definition.worker(),
        definition.className(),
        alarm.id().hex(),
        Optional.ofNullable(alarm.id().name()),
        alarm.scheduledTime(),
        alarm.nextRun(),
        alarm.retryCount(),
        alarm.running());
  }
}
