package dev.durascope.debugadapter.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.jspecify.annotations.Nullable;

/**
 * Has the adapter's methods see arguments only, with all that the protocol requires of them: a
 * request without arguments has empty ones, and one that lacks something is answered with what it
 * lacks.
 */
final class Arguments {

  private static final Map<String, JsonRpcMethod> METHODS =
      ServiceEndpoints.getSupportedMethods(DebugAdapter.class);

  private Arguments() {}

  /** Wraps the consumer of incoming messages. */
  static MessageConsumer wrap(MessageConsumer consumer) {
    var checked = new ReflectiveMessageValidator(consumer);
    return message -> {
      if (message instanceof RequestMessage request) {
        complete(request, METHODS.get(request.getMethod()));
      }
      checked.consume(message);
    };
  }

  /** A method without parameters gets none, whatever a client sends along. */
  private static void complete(RequestMessage request, @Nullable JsonRpcMethod method) {
    if (method == null) {
      return; // nobody looks at the arguments of a request that there is not
    }
    if (method.getParameterTypes().length == 0) {
      request.setParams(null);
    } else if (request.getParams() == null) {
      request.setParams(none(method.getParameterTypes()[0]));
    }
  }

  private static Object none(Type parameter) {
    if (!(parameter instanceof Class<?> type)) {
      return new LinkedHashMap<String, Object>();
    }
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("Arguments that nobody can make: " + type, e);
    }
  }
}
