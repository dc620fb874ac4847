package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Lens;
import dev.durascope.languageserver.feature.Lenses;
import dev.durascope.languageserver.running.ClassObjects;
import dev.durascope.languageserver.running.ControlAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;

/**
 * {@code textDocument/codeLens}. What a lens does when it is clicked is the client's: it tells in
 * {@code initializationOptions.commands} which of ours it has. A lens without one is only read.
 */
final class CodeLenses {

  /** Shows places beside one: URI, position, locations. */
  static final String SHOW_PLACES = "durascope.showPlaces";

  /** Debugs the project. */
  static final String DEBUG = "durascope.debug";

  private static final String NOTHING = "";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** What the texts say, and whom else to ask. */
  private record Found(Set<Lens> lenses, Optional<ControlAddress> project, Places places) {}

  private CodeLenses() {}

  static CompletableFuture<List<? extends CodeLens>> of(Session session, CodeLensParams params) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .askTogether(
                        session.snapshot(),
                        path,
                        new Position(0, 0),
                        (subjects, offset, places) -> find(subjects, path, places))
                    .thenCompose(found -> shown(session, found)))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  private static Found find(List<Subject> subjects, Path file, Places places) {
    var lenses = new LinkedHashSet<Lens>();
    var own = subjects.stream().filter(subject -> subject.config().file().equals(file)).findFirst();
    for (var subject : own.map(List::of).orElse(subjects)) {
      lenses.addAll(Lenses.of(subject, file));
    }
    var project =
        subjects.stream()
            .findFirst()
            .flatMap(subject -> ControlAddress.of(subject.config().directory()));
    return new Found(lenses, project, places);
  }

  private static CompletableFuture<List<? extends CodeLens>> shown(Session session, Found found) {
    var classNames = new HashSet<String>();
    for (var lens : found.lenses()) {
      if (lens instanceof Lens.Running(_, var className)) {
        classNames.add(className);
      }
    }
    var project = found.project().filter(address -> !classNames.isEmpty());
    if (session.snapshot().abilities().asksLensesAgain()) {
      project.ifPresent(session.running()::follow);
    }
    return project
        .map(address -> session.running().ask(address, classNames))
        .orElseGet(() -> CompletableFuture.completedFuture(Map.of()))
        .thenApply(objects -> lenses(found, objects, session.commands()));
  }

  private static List<CodeLens> lenses(
      Found found, Map<String, ClassObjects> objects, Set<String> commands) {
    var shown = new ArrayList<CodeLens>();
    for (var lens : found.lenses()) {
      command(lens, found.places(), objects, commands)
          .ifPresent(
              command -> {
                var each = new CodeLens(found.places().range(lens.place()));
                each.setCommand(command);
                shown.add(each);
              });
    }
    return shown;
  }

  private static Optional<Command> command(
      Lens lens, Places places, Map<String, ClassObjects> objects, Set<String> commands) {
    return switch (lens) {
      case Lens.Summary(var place, var title, var targets) ->
          Optional.of(
              targets.isEmpty() || !commands.contains(SHOW_PLACES)
                  ? new Command(title, NOTHING)
                  : new Command(
                      title,
                      SHOW_PLACES,
                      List.of(
                          places.uri(place.file()),
                          places.range(place).getStart(),
                          targets.stream().map(places::location).toList())));
      case Lens.Running(_, var className) ->
          Optional.ofNullable(objects.get(className))
              .map(counted -> new Command(words(counted), NOTHING));
      case Lens.Debug _ ->
          commands.contains(DEBUG) ? Optional.of(new Command("Debug", DEBUG)) : Optional.empty();
    };
  }

  private static String words(ClassObjects objects) {
    var counted =
        "%d%s %s, %d in memory"
            .formatted(
                objects.all(),
                objects.more() ? "+" : "",
                objects.all() == 1 ? "object" : "objects",
                objects.live());
    return objects.nextAlarm().isPresent()
        ? counted + " · next alarm " + time(Instant.ofEpochMilli(objects.nextAlarm().getAsLong()))
        : counted;
  }

  /** The day is named where it is not within a day. */
  private static String time(Instant alarm) {
    boolean near = alarm.isBefore(Instant.now().plusSeconds(24 * 60 * 60));
    return (near ? TIME : DAY).format(alarm);
  }
}
