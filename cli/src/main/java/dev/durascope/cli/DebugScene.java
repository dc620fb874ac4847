package dev.durascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.debugadapter.protocol.DebugAdapterMain;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The rehearsal's debugging scene: an editor sets a breakpoint in an object's handler, looks around
 * at the stop, steps, and goes.
 */
final class DebugScene implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Ready on (http://\\S+)");

  private final Conversation conversation;
  private int sequence;

  private DebugScene(Conversation conversation) {
    this.conversation = conversation;
  }

  /** An action whose failure fails the rehearsal. */
  interface Client {
    void request(URI address) throws IOException;
  }

  /**
   * Plays the scene.
   *
   * @param line a line of the object's handler, counted from 1
   * @param client sends a request, and waits for the answer
   */
  static void play(Path project, Path file, int line, Client client) throws Exception {
    try (var scene =
        new DebugScene(
            Conversation.with(
                (in, out) -> DebugAdapterMain.run(in, out, RuntimeDebuggee.launcher())))) {
      scene.request("initialize", "{\"adapterID\": \"durable-object\"}");
      var launch = new JsonObject();
      launch.addProperty("project", project.toString());
      launch.addProperty("port", 0);
      scene.send("launch", launch);
      scene.await("event", "initialized");
      scene.request("setBreakpoints", breakpoint(file, line).toString());
      scene.request("configurationDone", "{}");
      var address = scene.awaitReady();
      var request = Thread.ofVirtual().start(() -> requestOrFail(client, address));
      var thread = scene.await("event", "stopped").get("threadId").getAsInt();
      scene.lookAround(thread);
      scene.request("next", "{\"threadId\": " + thread + "}");
      scene.await("event", "stopped");
      scene.lookAround(thread);
      scene.request("continue", "{\"threadId\": " + thread + "}");
      request.join();
      scene.request("disconnect", "{\"terminateDebuggee\": true}");
      scene.conversation.awaitEnd();
    }
  }

  private static void requestOrFail(Client client, URI address) {
    try {
      client.request(address);
    } catch (IOException e) {
      throw new IllegalStateException("The debugged project does not answer", e);
    }
  }

  private static JsonObject breakpoint(Path file, int line) {
    var source = new JsonObject();
    source.addProperty("path", file.toString());
    var breakpoint = new JsonObject();
    breakpoint.addProperty("line", line);
    var breakpoints = new JsonArray();
    breakpoints.add(breakpoint);
    var arguments = new JsonObject();
    arguments.add("source", source);
    arguments.add("breakpoints", breakpoints);
    return arguments;
  }

  private void lookAround(int thread) throws IOException {
    request("threads", "{}");
    var frames = request("stackTrace", "{\"threadId\": " + thread + "}");
    var frame = frames.getAsJsonArray("stackFrames").get(0).getAsJsonObject().get("id").getAsInt();
    var scopes = request("scopes", "{\"frameId\": " + frame + "}").getAsJsonArray("scopes");
    for (var scope : scopes) {
      var reference = scope.getAsJsonObject().get("variablesReference").getAsInt();
      request("variables", "{\"variablesReference\": " + reference + "}");
    }
    request("evaluate", "{\"expression\": \"1 + 1\", \"frameId\": " + frame + "}");
  }

  private JsonObject request(String command, String arguments) throws IOException {
    send(command, JsonParser.parseString(arguments).getAsJsonObject());
    return await("response", command);
  }

  private void send(String command, JsonObject arguments) throws IOException {
    var message = new JsonObject();
    message.addProperty("seq", ++sequence);
    message.addProperty("type", "request");
    message.addProperty("command", command);
    message.add("arguments", arguments);
    conversation.send(message);
  }

  private URI awaitReady() throws IOException {
    while (true) {
      var output = await("event", "output").get("output").getAsString();
      var ready = READY.matcher(output);
      if (ready.find()) {
        return URI.create(ready.group(1));
      }
    }
  }

  /** The body of the next message of this kind; others are passed over, failures are not. */
  private JsonObject await(String type, String name) throws IOException {
    while (true) {
      var message = conversation.read();
      var isResponse = message.get("type").getAsString().equals("response");
      if (isResponse && !message.get("success").getAsBoolean()) {
        throw new IllegalStateException("The debug adapter answered " + message);
      }
      var key = isResponse ? "command" : "event";
      if (message.get("type").getAsString().equals(type)
          && message.get(key).getAsString().equals(name)) {
        return message.has("body") ? message.getAsJsonObject("body") : new JsonObject();
      }
    }
  }

  @Override
  public void close() throws IOException {
    conversation.close();
  }
}
