package dev.durascope.debugadapter.protocol;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Gives every failed answer the body that the protocol lays down. A request may fail before it
 * reaches the adapter: because there is none of its name, or because its arguments cannot be read.
 */
final class Failures {

  private Failures() {}

  /** Wraps the consumer of outgoing messages. */
  static MessageConsumer wrap(MessageConsumer consumer) {
    return message -> {
      if (message instanceof ResponseMessage response && response.getError() != null) {
        response.setError(withBody(response.getError()));
      }
      consumer.consume(message);
    };
  }

  private static ResponseError withBody(ResponseError error) {
    if (error.getData() instanceof Problem.Body) {
      return error;
    }
    var problem =
        error.getCode() == ResponseErrorCode.MethodNotFound.getValue()
            ? Problem.NO_SUCH_REQUEST
            : Problem.BAD_ARGUMENTS;
    return problem.with(error.getMessage()).getResponseError();
  }

  /**
   * What a throwable from one of the adapter's methods is to the client.
   *
   * @param withoutRun whether the run has just ended: then a failure of ours comes from that
   */
  static ResponseError of(Throwable thrown, boolean withoutRun) {
    var cause =
        thrown instanceof InvocationTargetException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return withoutRun && cause instanceof IllegalStateException
        ? Problem.NOT_POSSIBLE.with("The project has just been ended.").getResponseError()
        : Problem.of(cause).getResponseError();
  }
}
