package dev.durascope.debugadapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.durascope.debugadapter.runtime.RunningProject;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several clients of one running project, on a real port. */
class DebugServerTest {

  private static final class Silence implements ProjectLog {
    @Override
    public void message(Level level, String text) {}

    @Override
    public void script(Level level, String source, String text) {}
  }

  @TempDir private Path directory;

  private RuntimeDebuggee project() throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), "name = \"chat\"\nmain = \"index.js\"\n");
    Files.writeString(
        directory.resolve("index.js"), "export default { fetch: () => new Response('hello') };");
    return RuntimeDebuggee.prepare(ProjectOptions.of(directory), List.of(), new Silence());
  }

  /** The answer to a request; events and the answers to others are passed over. */
  private static JsonObject answer(Wire client, String command) {
    while (client.next() instanceof Wire.Heard.Message(JsonObject message)) {
      if (message.get("type").getAsString().equals("response")
          && message.get("command").getAsString().equals(command)) {
        return message;
      }
    }
    throw new AssertionError("no answer to " + command);
  }

  private static JsonObject ask(Wire client, String command) {
    var arguments = new JsonObject();
    arguments.addProperty("adapterID", "durable-object");
    client.send(command, arguments);
    return answer(client, command);
  }

  private static JsonObject attach(Wire client) {
    ask(client, "initialize");
    client.send("attach", new JsonObject());
    client.send("configurationDone", new JsonObject());
    return answer(client, "attach");
  }

  @Test
  void one_client_at_a_time_debugs_a_running_project_and_hears_of_its_end() throws Exception {
    var project = project();
    var running = new RunningProject(project);
    var door = DebugServer.open(0, running);
    try (var server = project.server()) {
      server.start();
      var port = door.address().getPort();
      try (var first = Wire.to(port);
          var second = Wire.to(port)) {
        assertThat(attach(first).get("success").getAsBoolean()).isTrue();
        var refused = attach(second);
        assertThat(refused.getAsJsonObject("body").getAsJsonObject("error").get("format"))
            .hasToString(
                "\"Another debugger is attached to this project: detach that one first.\"");
        assertThat(ask(first, "disconnect").get("success").getAsBoolean()).isTrue();
        assertThat(ask(second, "disconnect").get("success").getAsBoolean()).isTrue();
      }
      try (var third = Wire.to(port)) {
        assertThat(attach(third).get("success").getAsBoolean()).isTrue();
        running.close();
        door.close();
        assertThat(third.remaining()).contains("exited", "terminated");
      }
    }
  }

  @Test
  void a_web_page_cannot_speak_to_it() throws Exception {
    var project = project();
    try (var server = project.server();
        var door = DebugServer.open(0, new RunningProject(project));
        var page = new Socket(door.address().getAddress(), door.address().getPort())) {
      server.start();
      var body = "{\"seq\":1,\"type\":\"request\",\"command\":\"initialize\",\"arguments\":{}}";
      page.getOutputStream()
          .write(
              ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.UTF_8));
      page.shutdownOutput();
      assertThat(readAll(page)).isEmpty();
    }
  }

  /** A connection that is closed with unread input is reset. */
  private static byte[] readAll(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException reset) {
      return new byte[0];
    }
  }
}
