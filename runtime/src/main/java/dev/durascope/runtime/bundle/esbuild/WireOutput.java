package dev.durascope.runtime.bundle.esbuild;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a packet in the making: little endian, and every text and blob with its length before
 * it.
 */
public final class WireOutput extends ByteArrayOutputStream {

  WireOutput() {}

  void writeInt(int value) {
    write(value);
    write(value >>> 8);
    write(value >>> 16);
    write(value >>> 24);
  }

  void writeText(String text) {
    writeBlob(text.getBytes(StandardCharsets.UTF_8));
  }

  void writeBlob(byte[] bytes) {
    writeInt(bytes.length);
    writeBytes(bytes);
  }
}
