package dev.durascope.runtime.api;

import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.ScriptError;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What {@code serializeAttachment} keeps beside a socket. It outlives the JavaScript object, so it
 * belongs to whoever keeps the {@link SocketEnd} while a Durable Object hibernates.
 */
public interface SocketAttachments {
  /** For isolates whose sockets keep nothing: storing fails, reading finds nothing. */
  SocketAttachments NONE =
      new SocketAttachments() {
        @Override
        public void save(SocketEnd end, Value value) {
          throw ScriptError.error(
              "serializeAttachment() is not available outside of a Durable Object.");
        }

        @Override
        public @Nullable Object load(SocketEnd end) {
          return null;
        }
      };

  /** Keeps a structured clone of {@code value}. */
  void save(SocketEnd end, Value value);

  /** A fresh copy of what was kept, as a JavaScript value; null if there is none. */
  @Nullable Object load(SocketEnd end);
}
