package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.SocketAttachments;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.wire.js.StructuredClone;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Keeps attachments with the socket's end, which outlives the isolate, in V8's serialization. */
final class StoredAttachments implements SocketAttachments {
  /** Cloudflare's limit for {@code serializeAttachment()}, in bytes. */
  static final int MAX_BYTES = 16_384;

  private final Supplier<StructuredClone> clone;

  StoredAttachments(Supplier<StructuredClone> clone) {
    this.clone = clone;
  }

  @Override
  public void save(SocketEnd end, Value value) {
    var bytes = clone.get().serialize(value);
    if (bytes.length > MAX_BYTES) {
      throw ScriptError.error(
          "A WebSocket 'attachment' cannot be larger than "
              + MAX_BYTES
              + " bytes.'attachment' was "
              + bytes.length
              + " bytes.");
    }
    end.setAttachment(bytes);
  }

  @Override
  public @Nullable Object load(SocketEnd end) {
    var bytes = end.attachment();
    return bytes == null ? null : clone.get().deserialize(bytes);
  }
}
