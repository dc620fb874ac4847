package dev.durascope.languageserver.server;

import java.util.Set;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/**
 * The order in which a session goes: {@code initialize} once, then anything, then {@code shutdown},
 * then {@code exit}. What comes at another time is refused here, so that no feature ever sees a
 * session that has not begun or has ended.
 *
 * <p>Nor does a feature see a message that lacks what the protocol requires of it: LSP4J's
 * validator answers that.
 *
 * <p>Of the reader's thread.
 */
final class Admission {

  private enum Phase {
    NOT_INITIALIZED,
    OPEN,
    SHUT_DOWN
  }

  /** These carry their answer to what the server asked, or end the process: they always pass. */
  private static final Set<String> ALWAYS = Set.of("exit", "$/cancelRequest");

  private Phase phase = Phase.NOT_INITIALIZED;
  private MessageConsumer toClient =
      message -> {
        throw new IllegalStateException("nobody listens to " + message);
      };

  /** Stands before what takes messages, and looks on at what sends them. */
  MessageConsumer guard(MessageConsumer consumer) {
    if (!(consumer instanceof Endpoint)) {
      toClient = consumer;
      return consumer;
    }
    var whole = new ReflectiveMessageValidator(consumer);
    return message -> {
      switch (message) {
        case RequestMessage request -> request(request, whole);
        case NotificationMessage notification -> {
          if (phase == Phase.OPEN || ALWAYS.contains(notification.getMethod())) {
            whole.consume(notification);
          }
        }
        default -> consumer.consume(message);
      }
    };
  }

  private void request(RequestMessage request, MessageConsumer consumer) {
    boolean begins = request.getMethod().equals("initialize");
    switch (phase) {
      case NOT_INITIALIZED -> {
        if (begins) {
          phase = Phase.OPEN;
          consumer.consume(request);
        } else {
          refuse(
              request, ResponseErrorCode.ServerNotInitialized, "the server is not initialized yet");
        }
      }
      case OPEN -> {
        if (begins) {
          refuse(request, ResponseErrorCode.InvalidRequest, "the server is initialized already");
        } else {
          if (request.getMethod().equals("shutdown")) {
            phase = Phase.SHUT_DOWN;
          }
          consumer.consume(request);
        }
      }
      case SHUT_DOWN ->
          refuse(request, ResponseErrorCode.InvalidRequest, "the server was told to shut down");
    }
  }

  private void refuse(RequestMessage request, ResponseErrorCode code, String why) {
    var response = new ResponseMessage();
    response.setRawId(request.getRawId());
    response.setError(new ResponseError(code, why, null));
    Message refusal = response;
    toClient.consume(refusal);
  }
}
