package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.SocketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.zip.DataFormatException;

/** Hands what a WebSocket client sends to the end of the pair that stands for the client. */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class SocketReceiver extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = System.getLogger(SocketReceiver.class.getName());

  private final SocketEnd end;
  private final SocketSender sender;

  SocketReceiver(SocketEnd end, SocketSender sender) {
    this.end = end;
    this.sender = sender;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> receiveText(text.content());
      case BinaryWebSocketFrame binary ->
          end.send(new SocketEnd.Message.Binary(ByteBufUtil.getBytes(binary.content())));
      case CloseWebSocketFrame close -> receiveClose(close);
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case PongWebSocketFrame pong -> {}
      default -> throw new IllegalStateException("A fragment that was not joined: " + frame);
    }
  }

  /** Bytes that are no UTF-8 become replacement characters, as workerd has it. */
  private void receiveText(ByteBuf bytes) {
    end.send(new SocketEnd.Message.Text(bytes.toString(UTF_8)));
  }

  private void receiveClose(CloseWebSocketFrame close) {
    var code = close.statusCode();
    end.close(code < 0 ? WebSocketCloseStatus.EMPTY.code() : code, close.reasonText(), true);
    sender.clientHasClosed();
  }

  /** Ends the connection because of what the client has done, and says so to both sides. */
  private void fail(WebSocketCloseStatus status, String description) {
    LOG.log(Level.WARNING, "A WebSocket was closed with code {0}: {1}", status.code(), description);
    end.fail(
        "WebSocket protocol error; protocolError.statusCode = %d; protocolError.description = %s"
            .formatted(status.code(), description));
    sender.breakOff(status, description);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end.close(
        WebSocketCloseStatus.ABNORMAL_CLOSURE.code(),
        "WebSocket disconnected without sending Close frame.",
        false);
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case FrameRules.Broken e -> fail(e.status(), String.valueOf(e.getMessage()));
      case CorruptedWebSocketFrameException e ->
          fail(e.closeStatus(), String.valueOf(e.getMessage()));
      case DecompressionException e when e.getCause() instanceof DataFormatException ->
          fail(WebSocketCloseStatus.PROTOCOL_ERROR, "Invalid compressed data");
      case TooLongFrameException e -> failTooBig();
      case DecompressionException e -> failTooBig();
      case PrematureChannelClosureException e -> context.close();
      case IOException e -> {
        LOG.log(Level.DEBUG, "A WebSocket broke: {0}", e.getMessage());
        context.close();
      }
      default -> {
        LOG.log(Level.ERROR, "A WebSocket failed", cause);
        context.close();
      }
    }
  }

  /** Once it was decompressed. */
  private void failTooBig() {
    fail(WebSocketCloseStatus.MESSAGE_TOO_BIG, "Message is too large");
  }
}
