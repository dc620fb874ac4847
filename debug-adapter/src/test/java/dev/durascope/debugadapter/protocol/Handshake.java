package dev.durascope.debugadapter.protocol;

import java.util.ArrayList;
import java.util.List;

/** The beginning of every conversation that is about something else. */
final class Handshake {

  private static final String START = "> start";

  private static final String CAPABILITIES =
      "{\"supportsConfigurationDoneRequest\":true,\"supportsConditionalBreakpoints\":true,"
          + "\"supportsHitConditionalBreakpoints\":true,\"supportsEvaluateForHovers\":true,"
          + "\"exceptionBreakpointFilters\":[\"all\",\"uncaught\",\"event:fetch\",\"event:rpc\","
          + "\"event:alarm\",\"event:webSocketMessage\",\"event:webSocketClose\",\"event:webSocketError\","
          + "\"event:scheduled\",\"event:queue\",\"event:constructor\",\"event:hibernate\"],"
          + "\"supportsSetVariable\":true,\"supportsRestartRequest\":true,"
          + "\"supportsExceptionInfoRequest\":true,\"supportsDelayedStackTraceLoading\":true,"
          + "\"supportsLoadedSourcesRequest\":true,\"supportsLogPoints\":true,"
          + "\"supportsTerminateRequest\":true,\"supportsBreakpointLocationsRequest\":true,"
          + "\"supportsExceptionFilterOptions\":true}";

  private Handshake() {}

  static List<String> expand(List<String> script) {
    var lines = new ArrayList<String>();
    for (var line : script) {
      if (line.equals(START)) {
        lines.addAll(of(script));
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> of(List<String> script) {
    return List.of(
        "> initialize {\"adapterID\":\"durable-object\"}",
        "< initialize " + CAPABILITIES,
        "> launch {\"project\":\"/project\"}",
        "< * initialized",
        "< * loadedSource {\"reason\":\"new\",\"source\":\"index.js\"}",
        "> setBreakpoints",
        "< setBreakpoints {\"breakpoints\":[" + breakpoints(script) + "]}",
        "> setExceptionBreakpoints {\"filters\":[\"uncaught\"]}",
        "< setExceptionBreakpoints {\"breakpoints\":[{\"verified\":true}]}",
        "> configurationDone",
        "< configurationDone",
        "< launch",
        "< * output {\"category\":\"console\",\"output\":\"Ready on http://127.0.0.1:8787\\n\"}");
  }

  private static String breakpoints(List<String> script) {
    var verified = new ArrayList<String>();
    for (int i = 0; i < script.size(); i++) {
      var line = script.get(i);
      if (line.startsWith("●")) {
        var code = line.substring(line.indexOf('|') + 2);
        int column = code.length() - code.stripLeading().length() + 1;
        verified.add(
            "{\"id\":%d,\"verified\":true,\"source\":\"index.js\",\"line\":%d,\"column\":%d}"
                .formatted(verified.size() + 1, i + 1, column));
      }
    }
    return String.join(",", verified);
  }
}
