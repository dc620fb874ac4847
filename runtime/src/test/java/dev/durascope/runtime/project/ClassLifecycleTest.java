package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.lifecycle.Deletion;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.time.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose classes are renamed, deleted and transferred while it is being written. */
class ClassLifecycleTest {
  private static final String V1 =
      """
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String RENAME =
      V1
          + """
          [[migrations]]
          tag = "v2"
          renamed_classes = [{ from = "Room", to = "Hall" }]
          """;

  @TempDir private Path directory;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private boolean agrees;

  private final class Log implements ProjectLog {
    @Override
    public void message(Level level, String text) {
      log.add(level + " " + text);
    }

    @Override
    public void script(Level level, String source, String text) {
      log.add(level + " [" + source + "] " + text);
    }
  }

  private boolean ask(List<Deletion> deletions) {
    log.add("ASKED " + deletions.stream().map(Deletion::title).toList());
    return agrees;
  }

  /** Writes a project whose objects of one class remember what they are told. */
  private Set<Path> write(String folder, String worker, String className, String migrations)
      throws Exception {
    var target = Files.createDirectories(directory.resolve(folder));
    var config =
        Files.writeString(
            target.resolve("wrangler.toml"),
            """
            name = "%s"
            main = "index.js"
            compatibility_date = "2026-03-01"
            durable_objects.bindings = [{ name = "ROOMS", class_name = "%s" }]
            %s
            """
                .formatted(worker, className, migrations));
    var module =
        Files.writeString(
            target.resolve("index.js"),
            """
            import { DurableObject } from 'cloudflare:workers';
            export class %s extends DurableObject {
              async put(value) { await this.ctx.storage.put('value', value); }
              get() { return this.ctx.storage.get('value'); }
              whoAmI() { return this.ctx.id.toString(); }
              async alarm() { await this.ctx.storage.put('value', 'alarm in ' + this.constructor.name); }
              fetch() {
                const { 0: client, 1: server } = new WebSocketPair();
                this.ctx.acceptWebSocket(server, ['guest']);
                this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
                return new Response(null, { status: 101, webSocket: client });
              }
              webSocketMessage(socket, message) {
                socket.send(`${this.constructor.name} ${message} ${this.ctx.getTags(socket)}`);
              }
              wake(at) { return this.ctx.storage.setAlarm(at); }
            }
            export default {
              async fetch(request, env) {
                const { pathname, searchParams } = new URL(request.url);
                const [, method, argument] = pathname.split('/');
                const id = searchParams.get('id');
                if (request.headers.has('Upgrade')) return env.ROOMS.getByName('lobby').fetch(request);
                const room = id ? env.ROOMS.get(env.ROOMS.idFromString(id)) : env.ROOMS.getByName('lobby');
                return new Response(String(await room[method](method === 'wake' ? Number(argument) : argument)));
              },
            };
            """
                .formatted(className));
    return Set.of(config, module);
  }

  private Project open(String folder) throws Exception {
    return open(folder, new ManualClock(1_800_000_000_000L));
  }

  private Project open(String folder, ManualClock clock) throws Exception {
    var options = ProjectOptions.of(directory.resolve(folder)).withConsent(this::ask);
    var project = Project.prepare(options, new Log(), clock);
    project.start();
    return project;
  }

  private static String get(Project project, String path) throws Exception {
    return TestProject.text(
        project
            .fetch(
                new RequestMessage(
                    "GET", "http://localhost" + path, List.of(), Body.NONE, "follow"))
            .get(30, TimeUnit.SECONDS));
  }

  @Test
  void aRenamedClassHasItsObjectsAtTheNextStart() throws Exception {
    write("chat", "chat", "Room", V1);
    String id;
    try (var project = open("chat")) {
      get(project, "/put/hello");
      id = get(project, "/whoAmI");
    }
    write("chat", "chat", "Hall", RENAME);
    try (var project = open("chat")) {
      assertThat(log)
          .contains(
              "INFO Class Room is Hall now (migration \"v2\"): 1 object moved, with their ids.");
      assertThat(get(project, "/get")).isEqualTo("hello");
      assertThat(get(project, "/whoAmI")).isEqualTo(id);
      assertThat(get(project, "/get?id=" + id)).isEqualTo("hello");
    }
  }

  @Test
  void aRenameIsAppliedWhenItIsSaved() throws Exception {
    var changed = write("chat", "chat", "Room", V1);
    var clock = new ManualClock(1_800_000_000_000L);
    try (var project = open("chat", clock)) {
      get(project, "/put/hello");
      get(project, "/wake/" + (clock.millis() + 60_000));
      write("chat", "chat", "Hall", RENAME);
      assertThat(project.rebuild(changed)).isTrue();
      assertThat(get(project, "/get")).isEqualTo("hello");
      assertThat(project.namespaces()).containsOnlyKeys("Hall");
      clock.advance(60_000);
      assertThat(get(project, "/get")).isEqualTo("alarm in Hall");
      write("chat", "chat", "Room", V1);
      assertThat(project.rebuild(changed)).isTrue();
      assertThat(get(project, "/get")).isEqualTo("alarm in Hall");
      assertThat(log).last().asString().contains("Class Room has the objects again");
    }
  }

  @Test
  void socketsStayOpenWhenARenameIsSaved() throws Exception {
    var changed = write("chat", "chat", "Room", V1);
    try (var project = open("chat")) {
      get(project, "/put/hello");
      var client = SocketClient.connect(project, "/");
      client.send("one");
      assertThat(client.receive()).isEqualTo("Room one guest");
      write("chat", "chat", "Hall", RENAME);
      assertThat(project.rebuild(changed)).isTrue();
      client.send("ping");
      client.send("two");
      assertThat(client.receive()).isEqualTo("pong");
      assertThat(client.receive()).isEqualTo("Hall two guest");
      assertThat(get(project, "/get")).isEqualTo("hello");
      write("chat", "chat", "Room", V1);
      project.rebuild(changed);
      client.send("three");
      assertThat(client.receive()).isEqualTo("Room three guest");
    }
  }

  @Test
  void aDeletionIsAskedAboutAtTheStartOnly() throws Exception {
    var changed = write("chat", "chat", "Room", V1);
    var other =
        V1
            + """
            [[migrations]]
            tag = "v2"
            deleted_classes = ["Room"]
            new_sqlite_classes = ["Hall"]
            """;
    try (var project = open("chat")) {
      get(project, "/put/hello");
      write("chat", "chat", "Hall", other);
      assertThat(project.rebuild(changed)).isTrue();
      assertThat(get(project, "/get")).isEqualTo("undefined");
    }
    assertThat(log).noneMatch(line -> line.startsWith("ASKED"));
    assertThat(log)
        .contains(
            "WARN Deleted by the configuration, and still here: Room (1 object). `durascope state"
                + " apply` deletes the data, or `durascope dev --yes`.");
    open("chat").close();
    assertThat(directory.resolve("chat/.wrangler/state/v3/do/chat-Room")).isDirectory();
    agrees = true;
    open("chat").close();
    assertThat(log).contains("ASKED [Room (1 object)]");
    assertThat(directory.resolve("chat/.wrangler/state/v3/do/chat-Room")).doesNotExist();
  }

  @Test
  void aClassThatIsCreatedAnewDoesNotRunOnOldData() throws Exception {
    var changed = write("chat", "chat", "Room", V1.replace("sqlite_", ""));
    var anew =
        V1.replace("sqlite_", "")
            + """
            [[migrations]]
            tag = "v2"
            deleted_classes = ["Room"]
            new_sqlite_classes = ["Room"]
            """;
    try (var project = open("chat")) {
      get(project, "/put/hello");
      write("chat", "chat", "Room", anew);
      assertThatThrownBy(() -> project.rebuild(changed))
          .isInstanceOf(ProjectException.class)
          .hasMessageContaining("`durascope dev --yes` agrees to that");
      assertThat(get(project, "/get")).isEqualTo("hello");
    }
    assertThatThrownBy(() -> open("chat")).isInstanceOf(ProjectException.class);
    agrees = true;
    try (var project = open("chat")) {
      assertThat(get(project, "/get")).isEqualTo("undefined");
    }
  }

  @Test
  void aProjectRunsOnceOnItsData() throws Exception {
    write("chat", "chat", "Room", V1);
    try (var project = open("chat")) {
      assertThatThrownBy(() -> open("chat"))
          .isInstanceOf(ProjectException.class)
          .hasMessageContaining("has the data of \"chat\" in");
      assertThat(get(project, "/get")).isEqualTo("undefined");
    }
    open("chat").close();
  }

  @Test
  void aWorkerOfTheSameProcessGivesItsClass() throws Exception {
    write("giver", "giver", "Room", V1);
    try (var giver = open("giver")) {
      get(giver, "/put/hello");
    }
    write("giver", "giver", "Other", V1.replace("Room", "Other"));
    var taker =
        write(
            "taker",
            "taker",
            "Hall",
            """
            [[migrations]]
            tag = "v1"
            transferred_classes = [{ from = "Room", from_script = "giver", to = "Hall" }]
            """);
    var config =
        taker.stream().filter(file -> file.toString().endsWith(".toml")).findFirst().orElseThrow();
    try (var workspace =
        Workspace.prepare(
            ProjectOptions.of(directory.resolve("giver")),
            List.of(config),
            new Log(),
            new ManualClock(1_800_000_000_000L))) {
      workspace.start();
      assertThat(get(workspace.projects().get(1), "/get")).isEqualTo("hello");
    }
  }

  @Test
  void aWorkerWithoutClassesTouchesNothing() throws Exception {
    var folder = Files.createDirectories(directory.resolve("plain"));
    Files.writeString(folder.resolve("wrangler.toml"), "name = \"plain\"\nmain = \"index.js\"\n");
    Files.writeString(folder.resolve("index.js"), "export default {};\n");
    open("plain").close();
    assertThat(folder.resolve(".wrangler/state")).doesNotExist();
  }
}
