package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Analysis;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Recollection;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.git.GitBaselines;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import dev.durascope.model.modules.SourceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * The thread that checks. It is handed snapshots faster than it may work through them, so only the
 * newest one waits: the diagnostics of a text that is gone by now are of no use to anybody.
 *
 * <p>What is typed in is checked after every change, and with it the configurations nearest to it;
 * all others of the workspace by the {@link WorkspaceScan}, when something changes outside.
 */
final class Analyst implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lsp-analyst").factory());

  /** Parses for as long as it takes what a key has no time for, while others are answered. */
  private final ExecutorService doubts =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lsp-doubts").factory());

  /** A snapshot to check, and how many have come with it. */
  private record Turn(Snapshot snapshot, int number) {}

  private final AtomicReference<@Nullable Turn> waiting = new AtomicReference<>();
  private final AtomicInteger submitted = new AtomicInteger();

  private final DiskFiles disk = new DiskFiles();
  private final ModuleCache modules = new ModuleCache();
  private final InstalledSchemas schemas = new InstalledSchemas();
  private final GitBaselines baselines = GitBaselines.lastCommit();
  private final WorkspaceConfigs workspace = new WorkspaceConfigs();
  private final Recollection recollection = new Recollection();

  private final Publications publications;
  private final WorkspaceScan scan;

  Analyst(LanguageClient client) {
    publications = new Publications(client);
    scan = new WorkspaceScan(client, this, publications);
  }

  /** Checks {@code snapshot} soon, unless a newer one comes first. */
  void submit(Snapshot snapshot) {
    if (waiting.getAndSet(new Turn(snapshot, submitted.incrementAndGet())) == null) {
      try {
        thread.execute(this::publishNewest);
      } catch (RejectedExecutionException closed) {
        waiting.set(null);
      }
    }
  }

  /** Runs {@code work} behind all that waits by now. */
  void soon(Runnable work) {
    try {
      thread.execute(() -> Failures.guard("checking", work));
    } catch (RejectedExecutionException closed) {
      // Nobody is there to be told.
    }
  }

  /** Whether a newer snapshot waits, so that what is found in an older one is of little use. */
  boolean isBehind() {
    return waiting.get() != null;
  }

  /** Answers a request about the workspace. */
  <T extends @Nullable Object> CompletableFuture<T> ask(Function<CancelChecker, T> question) {
    return Answer.on(thread, question);
  }

  /** Answers a request about one file: a configuration, or a source that one leads to. */
  <T> CompletableFuture<T> ask(Snapshot snapshot, Path file, Function<Checked, T> answer) {
    return Answer.on(
        thread,
        cancelled -> {
          var configs = snapshot.configsOf(file);
          var checked = check(snapshot, configs, cancelled);
          boolean lastWord = snapshot.abilities().onlyPulls() && modules.isUndecided();
          return answer.apply(
              lastWord && modules.decide(cancelled::isCanceled)
                  ? check(snapshot, configs, cancelled)
                  : checked);
        });
  }

  /**
   * Answers a request about one place, for each configuration that says something of its file.
   *
   * @param answer takes the configuration with what lies around it, and the offset
   */
  <T> CompletableFuture<List<T>> ask(
      Snapshot snapshot, Path file, Position position, Question<T> answer) {
    return Answer.on(
        thread,
        cancelled -> {
          var files = disk.with(snapshot.texts());
          var places = new Places(snapshot, files);
          int offset = FromProtocol.offset(places.lines(file), position);
          return snapshot.configsOf(file).stream()
              .peek(config -> cancelled.checkCanceled())
              .flatMap(config -> subject(snapshot, files, config).stream())
              .flatMap(subject -> answer.ask(subject, offset, places).stream())
              .distinct()
              .toList();
        });
  }

  /**
   * Answers a request about one place, for all configurations around it together.
   *
   * @param answer takes the configurations, that of the file itself first, and the offset
   */
  <T> CompletableFuture<T> askTogether(
      Snapshot snapshot, Path file, Position position, JointQuestion<T> answer) {
    return Answer.on(
        thread,
        cancelled -> {
          var files = disk.with(snapshot.texts());
          var places = new Places(snapshot, files);
          var subjects =
              snapshot.configsAround(file).stream()
                  .peek(config -> cancelled.checkCanceled())
                  .flatMap(config -> subject(snapshot, files, config).stream())
                  .toList();
          int offset = FromProtocol.offset(places.lines(file), position);
          return answer.ask(subjects, offset, places);
        });
  }

  /** Asks each configuration of the workspace, and joins the answers. */
  <T> CompletableFuture<List<T>> askOfAll(
      Snapshot snapshot, BiFunction<Subject, Places, List<T>> question) {
    return Answer.on(
        thread,
        cancelled -> {
          var files = disk.with(snapshot.texts());
          var places = new Places(snapshot, files);
          return workspaceConfigs(snapshot).stream()
              .peek(config -> cancelled.checkCanceled())
              .flatMap(config -> subject(snapshot, files, config).stream())
              .flatMap(subject -> question.apply(subject, places).stream())
              .distinct()
              .toList();
        });
  }

  /** What is asked about a place of several configurations. */
  interface JointQuestion<T> {
    T ask(List<Subject> subjects, int offset, Places places);
  }

  /** What is asked about a place. */
  interface Question<T> {
    List<T> ask(Subject subject, int offset, Places places);
  }

  /** The configurations that say something of {@code file}. */
  List<Subject> subjects(Snapshot snapshot, Path file) {
    return subjects(snapshot, snapshot.configsOf(file));
  }

  /** The same, and all others of the workspace. */
  List<Subject> subjectsAnywhere(Snapshot snapshot, Path file) {
    var configs = new LinkedHashSet<>(snapshot.configsOf(file));
    configs.addAll(workspaceConfigs(snapshot));
    return subjects(snapshot, configs);
  }

  private List<Subject> subjects(Snapshot snapshot, Collection<Path> configs) {
    var files = disk.with(snapshot.texts());
    return configs.stream().flatMap(config -> subject(snapshot, files, config).stream()).toList();
  }

  private Collection<Path> workspaceConfigs(Snapshot snapshot) {
    var configs = new LinkedHashSet<>(snapshot.configs());
    configs.addAll(workspace.files(snapshot));
    return configs;
  }

  /** All configurations of the workspace's folders. */
  List<Path> workspaceFiles(Snapshot snapshot) {
    return workspace.files(snapshot);
  }

  Places places(Snapshot snapshot) {
    return new Places(snapshot, disk.with(snapshot.texts()));
  }

  private Optional<Subject> subject(Snapshot snapshot, SourceFiles files, Path file) {
    return files
        .read(file)
        .map(
            text ->
                Subject.of(
                    workspace.read(file, text),
                    surroundings(snapshot, files),
                    new Scope.Everything()));
  }

  private Surroundings surroundings(Snapshot snapshot, SourceFiles files) {
    return new Surroundings(files, modules, schemas, LocalDate.now(ZoneOffset.UTC))
        .comparedWith(baselines)
        .beside(() -> workspace.of(snapshot, files));
  }

  private void publishNewest() {
    var turn = waiting.getAndSet(null);
    if (turn != null && !turn.snapshot().abilities().onlyPulls()) {
      Failures.guard("checking", () -> publish(turn));
    }
  }

  private void publish(Turn turn) {
    var snapshot = turn.snapshot();
    scan.begin(snapshot);
    var near = snapshot.configs();
    var checked = check(snapshot, near, () -> {}).toProtocol();
    publications.publish(snapshot, near, scan.findingsWith(checked));
    scan.goOn();
    if (modules.isUndecided()) {
      decide(turn);
    }
  }

  /** Whether a long text is in order; void as soon as more is typed. */
  private void decide(Turn turn) {
    BooleanSupplier isOver = () -> submitted.get() != turn.number() || doubts.isShutdown();
    Runnable decision =
        () -> {
          if (!isOver.getAsBoolean() && modules.decide(isOver)) {
            soon(() -> publishUnless(isOver, turn));
          }
        };
    try {
      doubts.execute(() -> Failures.guard("parsing", decision));
    } catch (RejectedExecutionException closed) {
      // Nobody is there to be told.
    }
  }

  private void publishUnless(BooleanSupplier isOver, Turn turn) {
    if (!isOver.getAsBoolean()) {
      publish(turn);
    }
  }

  /** Two configurations that lead to one source may say the same of it. */
  Checked check(Snapshot snapshot, Collection<Path> configs, CancelChecker cancelled) {
    var files = disk.with(snapshot.texts());
    var diagnostics = new LinkedHashSet<Diagnostic>();
    for (var file : configs) {
      cancelled.checkCanceled();
      subject(snapshot, files, file)
          .map(subject -> Analysis.run(subject, recollection))
          .map(snapshot.settings().severities()::apply)
          .ifPresent(diagnostics::addAll);
    }
    return new Checked(
        diagnostics.stream().collect(Collectors.groupingBy(each -> each.place().file())),
        new Places(snapshot, files));
  }

  /** Ends the thread; the native memory goes last, on that thread, when nothing uses it. */
  @Override
  public void close() {
    doubts.shutdown();
    thread.execute(modules::close);
    thread.execute(baselines::close);
    thread.shutdown();
  }
}
