package dev.durascope.runtime.control;

import com.google.gson.JsonParser;
import dev.durascope.runtime.control.ControlTarget.ObjectDetail;
import dev.durascope.runtime.control.ControlTarget.ObjectState;
import dev.durascope.runtime.control.ControlTarget.ObjectSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** By hand: serves the panel over an invented project, to look at it. Ends with standard input. */
final class PanelPreview {
  private PanelPreview() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    var target = new FakeTarget();
    for (var state : ObjectState.values()) {
      var id = "3c%062x".formatted(state.name().hashCode());
      target.put(
          new ObjectDetail(
              new ObjectSummary(id, Optional.of("room " + state), state, OptionalLong.empty(), 0),
              List.of()));
    }
    target.stored.put(
        "profile:ada",
        JsonParser.parseString(
            """
            {"name": "Ada", "since": {"$date": 1767225600000}, "tags": ["admin", "ops"],
             "seen": {"$map": [["lobby", 3], ["attic", {"$undefined": true}]]},
             "key": {"$buffer": "AAECAwQF"}, "big": {"$bigint": "9007199254740993"}}
            """));
    for (var i = 0; i < 150; i++) {
      target.stored.put(
          "message:%04d".formatted(i), JsonParser.parseString("\"hello number %d\"".formatted(i)));
    }
    try (var server = ControlServer.start(0, target)) {
      System.out.println(server.panel());
      var _ = System.in.read();
    }
  }
}
