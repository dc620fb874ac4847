package dev.durascope.runtime.wire.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A context such as isolates have, with nothing in it but structured clone. */
final class CloneContext implements AutoCloseable {

  /** One for all, so that the script is parsed once. */
  private static final Engine ENGINE =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  private final Context context;
  private final StructuredClone clone;

  CloneContext(ErrorForm errorForm) {
    context =
        Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .allowHostAccess(HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build())
            .engine(ENGINE)
            .option("js.ecmascript-version", "staging")
            .option("js.esm-eval-returns-exports", "true")
            .build();
    clone = StructuredClone.of(context, errorForm);
  }

  Context context() {
    return context;
  }

  StructuredClone structuredClone() {
    return clone;
  }

  Value eval(String code) {
    return context.eval("js", code);
  }

  /** Returns the list of specimens that V8's vectors were made of. */
  Value specimens() {
    Path module = Path.of("src/test/peer/worker/specimens.mjs");
    try {
      return context
          .eval(
              Source.newBuilder("js", Files.readString(module), "specimens.mjs")
                  .mimeType("application/javascript+module")
                  .build())
          .getMember("specimens");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
