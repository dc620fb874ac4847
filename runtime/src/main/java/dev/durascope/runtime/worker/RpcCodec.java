package dev.durascope.runtime.worker;

import dev.durascope.runtime.rpc.External;
import dev.durascope.runtime.rpc.Payload;
import dev.durascope.runtime.rpc.Stub;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * Values of one isolate to messages and back. Plain values cost nothing but their bytes: the
 * prelude's {@code rpcvalues.js} is asked only for what the bytes cannot hold.
 */
final class RpcCodec {
  private static final String STUB = "stub";
  private static final String TARGET = "target";

  private final WorkerIsolate worker;
  private final RpcServer server;

  RpcCodec(WorkerIsolate worker, RpcServer server) {
    this.worker = worker;
    this.server = server;
  }

  /**
   * A message, and the stubs of the sender within it.
   *
   * @param lent of each of them the message has a duplicate
   */
  record Encoded(Payload payload, List<Stub> lent) {
    void closeLent() {
      lent.forEach(Stub::close);
    }
  }

  /**
   * Makes a message of a value; throws in JavaScript if it cannot be sent.
   *
   * @param keeps whether the sender keeps its stubs and RpcTargets beside what it sends
   */
  Encoded encode(Value value, boolean keeps) {
    var taken = new Taken(keeps);
    try {
      var bytes = cloner().serializeMessage(value, taken::take);
      if (bytes.length > Payload.MAX_BYTES) {
        values().invokeMember("tooLarge", bytes.length);
      }
      return new Encoded(new Payload(bytes, taken.externals), taken.lent);
    } catch (RuntimeException e) {
      new Payload(new byte[0], taken.externals).dispose();
      throw e;
    }
  }

  /** Makes the value of a message; the stubs within it stay those of {@code payload}. */
  Value decode(Payload payload) {
    return payload.externals().isEmpty()
        ? cloner().deserialize(payload.bytes())
        : cloner()
            .deserializeMessage(payload.bytes(), index -> receive(payload.externals().get(index)));
  }

  private Value receive(External external) {
    var arguments = new Object[1 + external.parts().size()];
    arguments[0] = external.kind();
    for (var i = 0; i < external.parts().size(); i++) {
      arguments[i + 1] = external.parts().get(i);
    }
    return values().getMember("receive").execute(arguments);
  }

  private StructuredClone cloner() {
    return worker.structuredClone();
  }

  private Value values() {
    return worker.isolate().prelude("rpcvalues");
  }

  /** What one message takes along. */
  private final class Taken {
    private final boolean keeps;
    private final List<External> externals = new ArrayList<>(0);
    private final List<Stub> lent = new ArrayList<>(0);

    Taken(boolean keeps) {
      this.keeps = keeps;
    }

    int take(Value value) {
      var sent = values().invokeMember("send", value, keeps);
      var kind = sent.getArrayElement(0).asString();
      externals.add(
          switch (kind) {
            case STUB -> External.of(STUB, lend(sent.getArrayElement(1).asHostObject()));
            case TARGET ->
                External.of(
                    STUB,
                    server.wrap(
                        sent.getArrayElement(1),
                        sent.getArrayElement(2).asBoolean() ? Access.OPEN : Access.TARGET));
            default -> new External(kind, parts(sent));
          });
      return externals.size() - 1;
    }

    private Stub lend(Stub stub) {
      if (stub.isClosed()) {
        values().invokeMember("disposed");
      }
      lent.add(stub);
      return stub.dup();
    }

    private List<Object> parts(Value sent) {
      var parts = new ArrayList<Object>();
      for (var i = 1L; i < sent.getArraySize(); i++) {
        parts.add(part(sent.getArrayElement(i)));
      }
      return parts;
    }

    private Object part(Value part) {
      if (part.isString()) {
        return part.asString();
      }
      if (part.isBoolean()) {
        return part.asBoolean();
      }
      return part.isNumber() ? (Object) part.asDouble() : part.asHostObject();
    }
  }
}
