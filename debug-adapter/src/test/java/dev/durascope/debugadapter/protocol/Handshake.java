package dev.durascope.debugadapter.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The beginning of every conversation that is about something else. */
final class Handshake {

  private static final String START = "> start";

  private Handshake() {}

  static List<String> expand(List<String> script, Listing listing) {
    var lines = new ArrayList<String>();
    for (var line : script) {
      if (line.equals(START)) {
        lines.addAll(of(listing));
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> of(Listing listing) {
    var lines = new ArrayList<String>();
    lines.add("> initialize {\"adapterID\":\"durable-object\"}");
    lines.add("< initialize " + Conversation.written(capabilities()));
    lines.add(
        listing.isProject()
            ? "> launch {\"project\":\"/project\",\"port\":0}"
            : "> launch {\"project\":\"/project\"}");
    lines.add("< * initialized");
    var files = listing.isProject() ? listing.codeFiles() : List.of(Listing.PROGRAM);
    for (var file : files) {
      lines.add("< * loadedSource {\"reason\":\"new\",\"source\":\"" + name(file) + "\"}");
    }
    int breakpoints = 0;
    for (var file : files) {
      var verified = breakpoints(listing, file, breakpoints);
      breakpoints += verified.size();
      lines.add("> setBreakpoints " + file);
      lines.add("< setBreakpoints {\"breakpoints\":[" + String.join(",", verified) + "]}");
    }
    lines.add("> setExceptionBreakpoints {\"filters\":[\"uncaught\"]}");
    lines.add("< setExceptionBreakpoints {\"breakpoints\":[{\"verified\":true}]}");
    lines.add("> configurationDone");
    lines.add("< configurationDone");
    if (listing.isProject()) {
      lines.add("< * thread {\"reason\":\"started\",\"threadId\":1}");
    }
    lines.add("< launch");
    lines.add(
        "< * output {\"category\":\"console\",\"output\":\"Ready on http://127.0.0.1:"
            + (listing.isProject() ? "PORT" : "8787")
            + "\\n\"}");
    return lines;
  }

  /** What the adapter can do is proven ability by ability, and not again here. */
  private static JsonObject capabilities() {
    return new Gson().toJsonTree(Abilities.all()).getAsJsonObject();
  }

  private static List<String> breakpoints(Listing listing, String file, int before) {
    var verified = new ArrayList<String>();
    for (int line : listing.breakpoints(file)) {
      var code = listing.code(file, line);
      int column = code.length() - code.stripLeading().length() + 1;
      verified.add(
          "{\"id\":%d,\"verified\":true,\"source\":\"%s\",\"line\":%d,\"column\":%d}"
              .formatted(before + verified.size() + 1, name(file), line, column));
    }
    return verified;
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
