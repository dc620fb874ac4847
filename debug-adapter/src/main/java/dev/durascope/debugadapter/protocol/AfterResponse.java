package dev.durascope.debugadapter.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/**
 * What a request sets off once it has been answered. A thread that is let go can stop again before
 * the answer is on its way; a client that learns of the stop first would take the thread for
 * running. So the thread is let go after the answer.
 *
 * <p>Used by the thread that reads requests only.
 */
final class AfterResponse {

  private final Deque<Runnable> actions = new ArrayDeque<>();
  private String request = "";

  /** The number of the request that is being read. */
  String request() {
    return request;
  }

  void run(Runnable action) {
    actions.addLast(action);
  }

  /** Wraps the consumer of incoming messages; outgoing ones are left alone. */
  MessageConsumer wrap(MessageConsumer consumer) {
    if (!(consumer instanceof RemoteEndpoint)) {
      return consumer;
    }
    return message -> {
      request = message instanceof RequestMessage asked ? asked.getId() : "";
      consumer.consume(message);
      while (!actions.isEmpty()) {
        actions.removeFirst().run();
      }
    };
  }
}
