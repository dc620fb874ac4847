package dev.durascope.debugadapter.protocol;

import com.google.gson.annotations.SerializedName;
import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.EvaluationException;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.NotPausedException;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.debug.Message;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What can go wrong with a request, and the number that a client sees for it. */
enum Problem {
  BAD_LAUNCH_ARGUMENT(1001),
  NOT_LAUNCHED(1002),
  LAUNCH_FAILED(1003),
  LAUNCHED_ALREADY(1004),
  NOT_PAUSED(2001),
  EVALUATION_FAILED(2002),
  NOT_POSSIBLE(2003),
  NO_SUCH_SOURCE(2004),
  BAD_OBJECT(3001),
  CONTROL_REFUSED(3002),
  CANCELLED(2005),
  NO_SUCH_REQUEST(2006),
  BAD_ARGUMENTS(2007),
  INTERNAL(9001);

  private static final System.Logger LOG = System.getLogger(Problem.class.getName());

  private final int number;

  Problem(int number) {
    this.number = number;
  }

  /** The body of a failed response, as the protocol lays it down. */
  record Body(@SerializedName("error") Message message) {}

  /** The failure of a request, with a text for the user. */
  ResponseErrorException with(String text) {
    var message = new Message();
    message.setId(number);
    message.setFormat(text);
    message.setShowUser(this == BAD_LAUNCH_ARGUMENT || this == LAUNCH_FAILED);
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, text, new Body(message)));
  }

  /** The failure of a request for a reason that the debugger has given. */
  static ResponseErrorException of(Throwable thrown) {
    var cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    var text = String.valueOf(cause.getMessage());
    return switch (cause) {
      case ResponseErrorException already -> already;
      case NotPausedException _ -> NOT_PAUSED.with(text);
      case EvaluationException _ -> EVALUATION_FAILED.with(text);
      case DebuggerException _ -> NOT_POSSIBLE.with(text);
      case LaunchException _ -> LAUNCH_FAILED.with(text);
      case ControlException _ -> CONTROL_REFUSED.with(text);
      default -> {
        LOG.log(System.Logger.Level.ERROR, "A debug request failed", cause);
        yield INTERNAL.with("The debug adapter has failed; its log says where: " + cause);
      }
    };
  }
}
