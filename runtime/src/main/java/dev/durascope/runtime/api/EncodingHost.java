package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** {@code host.encoding}: the text encodings that the engine's own TextDecoder lacks. */
final class EncodingHost {
  private EncodingHost() {}

  static HostGroup group() {
    return new HostGroup("encoding")
        .function("name", arguments -> Encodings.name(arguments.string(0)).orElse(null))
        .function("decoder", arguments -> decoder(arguments.string(0), arguments.bool(1)))
        .function(
            "decode",
            arguments ->
                arguments
                    .handle(0, Decoder.class)
                    .decode(Buffers.slice(arguments, 1), arguments.bool(4)));
  }

  private static Decoder decoder(String name, boolean isFatal) {
    var charset =
        Encodings.charset(name)
            .orElseThrow(
                () ->
                    ScriptError.rangeError(
                        "The encoding \""
                            + name
                            + "\" is not available in this version of Durascope"));
    var action = isFatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return new Decoder(charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
  }

  /** A decoder and the bytes of a character whose rest is still to come. */
  private static final class Decoder {
    private final CharsetDecoder decoder;
    private byte[] rest = {};

    Decoder(CharsetDecoder decoder) {
      this.decoder = decoder;
    }

    String decode(byte[] bytes, boolean hasMore) {
      var input = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
      var output = CharBuffer.allocate((int) (input.remaining() * decoder.maxCharsPerByte()) + 8);
      var result = decoder.decode(input, output, !hasMore);
      if (result.isError()) {
        decoder.reset();
        throw ScriptError.typeError("Failed to decode input.");
      }
      rest = new byte[input.remaining()];
      input.get(rest);
      if (!hasMore) {
        var _ = decoder.flush(output);
        decoder.reset();
        rest = new byte[0];
      }
      return output.flip().toString();
    }
  }
}
