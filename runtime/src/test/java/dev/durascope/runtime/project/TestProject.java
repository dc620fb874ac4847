package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.ObjectListener;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.time.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A small project on disk that runs by a clock which the test moves. */
final class TestProject implements AutoCloseable {
  private static final String CONFIG =
      """
      name = "test"
      main = "index.js"
      compatibility_date = "2026-03-01"
      [vars]
      GREETING = "hello"
      [[durable_objects.bindings]]
      name = "OBJECTS"
      class_name = "Subject"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Subject"]
      """;

  /** A worker that passes each request on to the object its first path segment names. */
  private static final String PASS_ON =
      """
      export default {
        fetch(request, env) {
          const name = new URL(request.url).pathname.split('/')[1];
          return env.OBJECTS.getByName(name).fetch(request);
        },
      };
      """;

  private final ProjectOptions options;
  private final Path directory;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private ManualClock clock = new ManualClock(1_800_000_000_000L);
  private Project project;

  private AtomicReference<@Nullable DurableObject> subject = new AtomicReference<>();

  private TestProject(ProjectOptions options) throws ProjectException, InterruptedException {
    this.options = options;
    this.directory = options.target();
    this.project = open();
  }

  /** A project that is on disk already. */
  static TestProject of(ProjectOptions options) throws Exception {
    return new TestProject(options);
  }

  /** A project whose class {@code Subject} has the given body. */
  static TestProject withSubject(Path directory, String classBody) throws Exception {
    return withSubject(ProjectOptions.of(directory), classBody);
  }

  /** The same, run in another way. */
  static TestProject withSubject(ProjectOptions options, String classBody) throws Exception {
    return withModule(
        options,
        """
        import { DurableObject } from 'cloudflare:workers';
        export class Subject extends DurableObject {
        """
            + classBody
            + "\n}\n"
            + PASS_ON,
        "");
  }

  static TestProject withModule(Path directory, String module) throws Exception {
    return withModule(directory, module, "");
  }

  /**
   * @param settings more of the configuration, in TOML
   */
  static TestProject withModule(Path directory, String module, String settings) throws Exception {
    return withModule(ProjectOptions.of(directory), module, settings);
  }

  static TestProject withModule(ProjectOptions options, String module, String settings)
      throws Exception {
    return withFiles(options, module, CONFIG + settings);
  }

  /** A project of a module and a configuration of its own. */
  static TestProject withFiles(Path directory, String module, String config) throws Exception {
    return withFiles(ProjectOptions.of(directory), module, config);
  }

  private static TestProject withFiles(ProjectOptions options, String module, String config)
      throws Exception {
    Files.writeString(options.target().resolve("wrangler.toml"), config);
    Files.writeString(options.target().resolve("index.js"), module);
    return new TestProject(options);
  }

  private Project open() throws ProjectException, InterruptedException {
    var opened =
        Project.prepare(
            options,
            new ProjectLog() {
              @Override
              public void message(Level level, String text) {
                log.add(level + " " + text);
              }

              @Override
              public void script(Level level, String source, String text) {
                log.add(level + " [" + source + "] " + text);
              }
            },
            clock);
    subject = new AtomicReference<>();
    opened.changes().add(new Subjects(subject));
    opened.start();
    return opened;
  }

  Project project() {
    return project;
  }

  ManualClock clock() {
    return clock;
  }

  Path directory() {
    return directory;
  }

  /** What was logged so far. */
  List<String> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /** Exchanges the module, as a save does. */
  void save(String module) throws Exception {
    var file = directory.resolve("index.js");
    Files.writeString(file, module);
    project.rebuild(java.util.Set.of(file));
  }

  /** Ends the process, as far as the project can tell, and starts anew on the same disk. */
  void restart() throws Exception {
    var now = clock.millis();
    project.close();
    clock = new ManualClock(now);
    project = open();
  }

  /** Sends a request and gives the answer's status and text. */
  String get(String path) throws Exception {
    var response = send(path);
    return text(response);
  }

  /** What the project does for its front door. */
  CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    return project.fetch(request);
  }

  ResponseMessage send(String path)
      throws InterruptedException, ExecutionException, TimeoutException {
    return send(
        new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow"));
  }

  ResponseMessage send(RequestMessage request)
      throws InterruptedException, ExecutionException, TimeoutException {
    return project.fetch(request).get(30, TimeUnit.SECONDS);
  }

  /** The object of the class {@code Subject}, of which there is one. */
  DurableObject onlyObject() {
    return Objects.requireNonNull(subject.get());
  }

  /** Holds on to the first object, which would be forgotten out of memory. */
  private record Subjects(AtomicReference<@Nullable DurableObject> first)
      implements ObjectListener {
    @Override
    public void changed(DurableObject object) {
      if (object.namespace().definition().className().equals("Subject")) {
        first.compareAndSet(null, object);
      }
    }

    @Override
    public void stored(DurableObject object) {}
  }

  static String text(ResponseMessage response) throws Exception {
    return switch (response.body()) {
      case Body.None none -> "";
      case Body.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.UTF_8);
      case Body.Stream stream -> throw new IOException("The body is a stream");
    };
  }

  @Override
  public void close() {
    project.close();
  }
}
