package dev.durascope.debugadapter.protocol;

import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.debug.messages.DebugNotificationMessage;
import org.eclipse.lsp4j.jsonrpc.debug.messages.DebugResponseMessage;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Numbers what is sent in the order in which it is sent, from 1, as the protocol asks for. Answers
 * and events come from many threads; a message that gets its number before it waits for the stream
 * can be overtaken by a later one.
 */
final class Numbering {

  private int last;

  /** Wraps the consumer of outgoing messages; incoming ones are left alone. */
  MessageConsumer wrap(MessageConsumer consumer) {
    return consumer instanceof RemoteEndpoint ? consumer : message -> send(message, consumer);
  }

  private synchronized void send(Message message, MessageConsumer consumer) {
    last++;
    switch (message) {
      case DebugResponseMessage response -> response.setResponseId(last);
      case DebugNotificationMessage event -> event.setId(last);
      default -> throw new IllegalStateException("The adapter asks its client nothing: " + message);
    }
    consumer.consume(message);
  }
}
