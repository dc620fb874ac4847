package dev.durascope.runtime.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the header of each frame before the decoder does, for faults that code is told of in
 * workerd's words: a decoder does not say how large the message was that it refuses.
 *
 * <pre>
 *   fin rsv1 rsv2 rsv3 opcode(4) | masked length(7) | length in 2 or 8 bytes | mask in 4 | payload
 * </pre>
 *
 * <p>Bytes pass unchanged up to the first fault, and none after it.
 * https://github.com/capnproto/capnproto/blob/v2/c++/src/kj/compat/http.c++
 */
final class FrameRules extends ChannelInboundHandlerAdapter {
  private static final int MAX_HEADER_BYTES = 14;
  private static final int CONTINUATION = 0;
  private static final int BINARY = 2;
  private static final int FIRST_CONTROL = 8;
  private static final int PONG = 10;
  private static final int LENGTH_IN_TWO_BYTES = 126;
  private static final int LENGTH_IN_EIGHT_BYTES = 127;

  /** What a peer has done wrong. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient WebSocketCloseStatus status;

    private Broken(WebSocketCloseStatus status, String description) {
      super(description, null, false, false);
      this.status = status;
    }

    /** What the close frame says that the peer gets. */
    WebSocketCloseStatus status() {
      return status;
    }
  }

  private final boolean compresses;
  private final byte[] header = new byte[MAX_HEADER_BYTES];
  private int headerBytes;
  private long payloadLeft;
  private boolean inMessage;
  private long messageBytes;
  private boolean broken;

  /**
   * For one connection.
   *
   * @param compresses whether frames may be compressed
   */
  FrameRules(boolean compresses) {
    this.compresses = compresses;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      context.fireChannelRead(message);
      return;
    }
    if (broken) {
      bytes.release();
      return;
    }
    var frameStart = bytes.readerIndex();
    var fault = (@Nullable Broken) null;
    for (var at = frameStart; at < bytes.writerIndex() && fault == null; ) {
      if (payloadLeft > 0) {
        var skipped = Math.min(payloadLeft, bytes.writerIndex() - at);
        payloadLeft -= skipped;
        at += (int) skipped;
        continue;
      }
      if (headerBytes == 0) {
        frameStart = at;
      }
      header[headerBytes++] = bytes.getByte(at++);
      if (headerBytes >= 2 && headerBytes == headerLength()) {
        headerBytes = 0;
        fault = faultOf(payloadLength()).orElse(null);
      }
    }
    if (fault == null) {
      context.fireChannelRead(bytes);
      return;
    }
    broken = true;
    if (frameStart > bytes.readerIndex()) {
      context.fireChannelRead(bytes.readRetainedSlice(frameStart - bytes.readerIndex()));
    }
    bytes.release();
    context.fireExceptionCaught(fault);
  }

  private int headerLength() {
    var mask = (header[1] & 0x80) == 0 ? 0 : 4;
    return switch (header[1] & 0x7f) {
      case LENGTH_IN_TWO_BYTES -> 4 + mask;
      case LENGTH_IN_EIGHT_BYTES -> 10 + mask;
      default -> 2 + mask;
    };
  }

  private long payloadLength() {
    var length = header[1] & 0x7f;
    if (length < LENGTH_IN_TWO_BYTES) {
      return length;
    }
    var value = 0L;
    for (var i = 2; i < (length == LENGTH_IN_TWO_BYTES ? 4 : 10); i++) {
      value = (value << 8) | (header[i] & 0xff);
    }
    return value;
  }

  private Optional<Broken> faultOf(long length) {
    var opcode = header[0] & 0xf;
    var isControl = opcode >= FIRST_CONTROL;
    var isFinal = (header[0] & 0x80) != 0;
    if ((header[0] & 0x30) != 0) {
      return violation("Received frame had RSV bits 2 or 3 set");
    }
    if (opcode == CONTINUATION && !inMessage) {
      return violation("Unexpected continuation frame");
    }
    if (opcode != CONTINUATION && !isControl && inMessage) {
      return violation("Missing continuation frame");
    }
    if (isControl && !isFinal) {
      return violation("Received fragmented control frame");
    }
    if ((header[0] & 0x40) != 0 && !compresses) {
      return violation(
          "Received a WebSocket frame whose compression bit was set, but the compression extension"
              + " was not negotiated for this connection.");
    }
    if (opcode > PONG || (opcode > BINARY && !isControl)) {
      return violation("Unknown opcode " + opcode);
    }
    if (!isControl) {
      var left = WebSocketUpgrade.MAX_MESSAGE_BYTES - messageBytes;
      if (length < 0 || length > left) {
        return Optional.of(
            new Broken(
                WebSocketCloseStatus.MESSAGE_TOO_BIG,
                "Message is too large: %s > %d".formatted(Long.toUnsignedString(length), left)));
      }
      inMessage = !isFinal;
      messageBytes = isFinal ? 0 : messageBytes + length;
    }
    payloadLeft = length;
    return Optional.empty();
  }

  private static Optional<Broken> violation(String description) {
    return Optional.of(new Broken(WebSocketCloseStatus.PROTOCOL_ERROR, description));
  }
}
