package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.durable.SocketSet.AutoResponse;
import dev.durascope.runtime.state.StoredValues;
import dev.durascope.runtime.worker.ObjectInterior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sockets that an object has accepted: those that outlive it in memory with their tags and
 * attachments, and how many do not. An attachment can be changed.
 */
record SocketFacts(ObjectInterior interior, List<HibernatableSocket> sockets)
    implements Fact.Parts {
  static Fact of(DurableObject object, ObjectInterior interior) {
    var sockets = object.sockets().all();
    var incarnation = object.incarnation();
    var regular = incarnation == null ? 0 : incarnation.regularSockets();
    var line = sockets.size() + " hibernatable" + (regular == 0 ? "" : ", " + regular + " regular");
    var auto = object.sockets().autoResponse();
    return Fact.of(
        "sockets",
        auto == null ? line : line + ", " + text(auto),
        new SocketFacts(interior, sockets));
  }

  private static String text(AutoResponse pair) {
    return Quoted.of(pair.request())
        + " is answered with "
        + Quoted.of(pair.response())
        + " without waking it";
  }

  @Override
  public int size() {
    return sockets.size();
  }

  @Override
  public List<Fact> page(int start, int count) {
    var facts = new ArrayList<Fact>();
    for (var i = start; i < Math.min(sockets.size(), start + count); i++) {
      facts.add(socket(Integer.toString(i), sockets.get(i)));
    }
    return facts;
  }

  private Fact socket(String name, HibernatableSocket socket) {
    var attachment = attachment(socket);
    var state = state(socket);
    var tags = socket.tags().stream().map(Quoted::of).toList();
    var parts = new ArrayList<Fact>();
    parts.add(Fact.of("tags", tags.toString()));
    parts.add(attachment);
    parts.add(Fact.of("state", state));
    var answered = socket.autoResponseTimestamp();
    if (answered != null) {
      parts.add(Fact.of("last automatic response", Instant.ofEpochMilli(answered).toString()));
    }
    var line = new StringBuilder(state).append(' ').append(tags);
    if (socket.end().attachment() != null) {
      line.append(' ').append(attachment.value());
    }
    return Fact.of(name, line.toString(), new FactList(parts)).typed("WebSocket");
  }

  private static String state(HibernatableSocket socket) {
    var sent = socket.end().isCloseSent();
    var received = socket.end().isCloseReceived();
    return sent && received ? "closed" : sent || received ? "closing" : "open";
  }

  private Fact attachment(HibernatableSocket socket) {
    Fact.Place place = value -> Refusal.of(() -> interior.setAttachment(socket, value));
    var bytes = socket.end().attachment();
    if (bytes == null) {
      return Fact.of("attachment", "(none)").at(place);
    }
    Fact.Copy copy = () -> interior.value(bytes);
    return Fact.of("attachment", StoredValues.preview(bytes), copy).at(place);
  }
}
