package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.protocol.DebugServer;
import dev.durascope.debugadapter.runtime.RunningProject;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.project.DeletionConsent;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ObjectStorage;
import dev.durascope.runtime.project.ProjectException;
import dev.durascope.runtime.project.ProjectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code durascope dev}: runs a project until it is told to stop. */
final class DevCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String ENV = "--env";
  private static final String PORT = "--port";
  private static final String IP = "--ip";
  private static final String PERSIST_TO = "--persist-to";
  private static final String DO = "--do";
  private static final String DO_PERSIST = "--do-persist";
  private static final String NO_PERSIST = "--no-persist";
  private static final String HIBERNATE_ALWAYS = "--hibernate-always";
  private static final String YES = "--yes";
  private static final String TEST_SCHEDULED = "--test-scheduled";
  private static final String VAR = "--var";
  private static final String ENV_FILE = "--env-file";
  private static final String DAP_PORT = "--dap-port";
  private static final String INSPECT = "--inspect";
  private static final String COMPATIBILITY_DATE = "--compatibility-date";
  private static final String LOG_LEVEL = "--log-level";

  /** Where Miniflare 2 keeps objects, in the folder that it is started in. */
  private static final String MINIFLARE_FOLDER = ".mf/do";

  /** How long an interrupted process waits for its files to be closed, in milliseconds. */
  private static final long SHUTDOWN_MILLIS = 3_000;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "dev",
        "Runs a project on this machine, and again whenever one of its files is saved.",
        List.of("ENTRY or DIR"),
        List.of(
            Flag.ofValues(
                    CONFIG,
                    "FILE",
                    "The Wrangler configuration, if it is not to be looked for. Again, for more"
                        + " workers: requests reach the first.")
                .withShortName("-c"),
            Flag.ofValue(ENV, "NAME", "The environment in the configuration.").withShortName("-e"),
            Flag.ofValue(
                PORT, "N", "The port to listen on; 0 for any that is free. Default: 8787."),
            Flag.ofValue(IP, "ADDRESS", "The address to listen on. Default: 127.0.0.1."),
            Flag.ofValue(PERSIST_TO, "DIR", "Where all local state is. Default: .wrangler/state."),
            Flag.ofValues(
                    DO,
                    "NAME=CLASS",
                    "A class of Durable Objects to bind, beside those configured.")
                .withShortName("-o"),
            Flag.ofOptionalValue(
                DO_PERSIST,
                "PLACE",
                "Where the objects' storage alone is: a folder, memory: or redis://…. Without a"
                    + " place: .mf/do."),
            Flag.ofSwitch(
                NO_PERSIST, "Keep the objects' storage in memory: it is gone with the process."),
            Flag.ofSwitch(
                HIBERNATE_ALWAYS,
                "Drop an object's instance after every event, as hibernation does."),
            Flag.ofSwitch(TEST_SCHEDULED, "Run scheduled() at the address /__scheduled, too."),
            Flag.ofSwitch(
                    YES, "Delete the data of classes that the configuration deletes, unasked.")
                .withShortName("-y"),
            Flag.ofValues(VAR, "KEY:VALUE", "A variable, in place of the configuration's."),
            Flag.ofValues(ENV_FILE, "FILE", "A file of variables, in place of .dev.vars and .env."),
            Flag.ofValue(COMPATIBILITY_DATE, "DATE", "The date in place of the configuration's."),
            Flag.ofValue(
                DAP_PORT,
                "N",
                "Let debuggers attach on this port of 127.0.0.1; 0 for any that is free."),
            Flag.ofOptionalValue(
                INSPECT,
                "PORT",
                "Open the Chrome inspector on a port of 127.0.0.1. Without a port: any."),
            Flag.ofValue(
                LOG_LEVEL,
                "LEVEL",
                "debug, info, log, warn, error or none: what is said of the project. Default:"
                    + " debug.")));
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    var stop = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(stop, closed)));
    var options = options(words, console);
    var log =
        new ConsoleLog(
            console,
            words.choice(LOG_LEVEL, LogLevel.class).orElse(LogLevel.DEBUG),
            Console.isAtTerminal());
    try {
      if (!isDebugged(words)) {
        var server = DevServer.prepare(options, others(words, console), log);
        try (server) {
          return serve(server, options, console, stop);
        }
      }
      var debuggee = RuntimeDebuggee.prepare(options, others(words, console), log);
      debuggee.endBy(stop::countDown);
      try (var server = debuggee.server()) {
        if (words.has(INSPECT)) {
          inspect(debuggee, words.port(INSPECT).orElse(0), console);
        }
        var port = words.port(DAP_PORT);
        return port.isEmpty()
            ? serve(server, options, console, stop)
            : lend(debuggee, port.getAsInt(), options, console, stop);
      }
    } catch (ProjectException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    } finally {
      closed.countDown();
    }
  }

  private static boolean isDebugged(Words words) {
    return words.has(DAP_PORT) || words.has(INSPECT);
  }

  private static void inspect(RuntimeDebuggee debuggee, int port, Console console)
      throws UserError {
    try {
      var inspector = debuggee.openInspector(port);
      console.out().println("Inspector on " + inspector.url());
      console.out().println("In Chrome open " + inspector.devTools());
    } catch (ControlException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** Runs the project, and lets debuggers attach. */
  private static int lend(
      RuntimeDebuggee debuggee,
      int port,
      ProjectOptions options,
      Console console,
      CountDownLatch stop)
      throws ProjectException, UserError, InterruptedException {
    var running = new RunningProject(debuggee);
    try (var door = debugDoor(port, running);
        // Last, so first to be closed: debuggers hear of the end.
        running) {
      console.out().println("Debugger on 127.0.0.1:" + door.address().getPort());
      debuggee.server().debuggersAt(door.address().getPort());
      return serve(debuggee.server(), options, console, stop);
    }
  }

  private static DebugServer debugDoor(int port, RunningProject running) throws UserError {
    try {
      return DebugServer.open(port, running);
    } catch (IOException e) {
      throw new UserError("cannot listen for debuggers on port " + port + ": " + e.getMessage());
    }
  }

  /** Runs the project until the process is told to stop. */
  private static int serve(
      DevServer server, ProjectOptions options, Console console, CountDownLatch stop)
      throws ProjectException, InterruptedException {
    server.start();
    for (var project : server.projects()) {
      if (server.projects().size() > 1) {
        console.out().println("Worker " + project.name());
      }
      BindingTable.of(project.bindings()).forEach(console.out()::println);
    }
    console.out().println("Ready on " + server.address());
    if (!options.testScheduled()
        && server.projects().stream().anyMatch(it -> !it.config().crons().isEmpty())) {
      console
          .err()
          .println(
              "Schedules do not run by themselves here. To run one: curl \""
                  + server.address()
                  + "/cdn-cgi/local/scheduled\"");
    }
    server.openControl();
    console.out().println("Panel on " + server.panelAddress());
    console.out().flush();
    server.watch();
    stop.await();
    return ExitCode.OK;
  }

  /**
   * The process has been told to end: has the command close what it has opened, and waits for it.
   */
  private static void shutDown(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (!closed.await(SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS)) {
        System.err.println("durascope dev: not everything was closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProjectOptions options(Words words, Console console) throws UsageError {
    var target =
        words.operand(0).isPresent()
            ? words.path(words.operand(0).get(), console)
            : console.workingDir();
    return ProjectOptions.of(target)
        .withConfig(configs(words, console).stream().findFirst())
        .withEnvironment(words.value(ENV))
        .withHost(words.value(IP).orElse(ProjectOptions.DEFAULT_HOST))
        .withPort(words.port(PORT).orElse(ProjectOptions.DEFAULT_PORT))
        .withPersistTo(path(words, PERSIST_TO, console))
        .withStorage(storage(words, console))
        .withHibernation(words.has(HIBERNATE_ALWAYS) ? Hibernation.ALWAYS : Hibernation.WHEN_IDLE)
        .withObjects(pairs(words, DO, '=', "NAME=CLASS"))
        .withVars(pairs(words, VAR, ':', "KEY:VALUE"))
        .withEnvFiles(words.values(ENV_FILE))
        .withTestScheduled(words.has(TEST_SCHEDULED))
        .withConsent(words.has(YES) ? DeletionConsent.TO_ALL : Agreement.atTerminal(console))
        .withCompatibilityDate(words.value(COMPATIBILITY_DATE))
        .withMapsInCode(isDebugged(words));
  }

  private static Optional<ObjectStorage> storage(Words words, Console console) throws UsageError {
    if (words.has(NO_PERSIST)) {
      if (words.has(DO_PERSIST)) {
        throw new UsageError(
            words.command(), NO_PERSIST + " and " + DO_PERSIST + " exclude each other");
      }
      return Optional.of(new ObjectStorage.Memory());
    }
    if (!words.has(DO_PERSIST)) {
      return Optional.empty();
    }
    var place = words.value(DO_PERSIST).orElse(MINIFLARE_FOLDER);
    try {
      return Optional.of(ObjectStorage.named(place, console.workingDir()));
    } catch (IllegalArgumentException e) {
      throw new UsageError(words.command(), DO_PERSIST + ": " + e.getMessage());
    }
  }

  private static List<Path> configs(Words words, Console console) throws UsageError {
    var configs = new ArrayList<Path>();
    for (var config : words.values(CONFIG)) {
      configs.add(words.path(config, console));
    }
    return configs;
  }

  /** The configurations of further workers. */
  private static List<Path> others(Words words, Console console) throws UsageError {
    return configs(words, console).stream().skip(1).toList();
  }

  private static Optional<Path> path(Words words, String flag, Console console) throws UsageError {
    var value = words.value(flag);
    return value.isPresent() ? Optional.of(words.path(value.get(), console)) : Optional.empty();
  }

  private static Map<String, String> pairs(Words words, String flag, char between, String form)
      throws UsageError {
    var pairs = new LinkedHashMap<String, String>();
    for (var text : words.values(flag)) {
      var index = text.indexOf(between);
      if (index <= 0) {
        throw new UsageError(words.command(), flag + " is " + form + ", not \"" + text + "\"");
      }
      pairs.put(text.substring(0, index), text.substring(index + 1));
    }
    return pairs;
  }
}
