package dev.durascope.languageserver.server;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Takes each message off the wire whole before anybody reads in it. LSP4J parses straight from the
 * wire: where it gives a message up half-way, it takes the rest of it for the header of the next
 * one, which then is lost too.
 *
 * <p>A request whose parameters are of the wrong kind is answered so; LSP4J does that for most, but
 * only logs what goes wrong where a value may be one of several types.
 */
final class WholeMessages extends MessageJsonHandler {
  WholeMessages(Map<String, JsonRpcMethod> methods, Consumer<GsonBuilder> configureGson) {
    super(methods, configureGson);
  }

  @Override
  public Message parseMessage(Reader input) {
    try {
      var text = input.readAllAsString();
      try {
        return super.parseMessage(new StringReader(text));
      } catch (JsonParseException e) {
        throw refusal(text, e).orElseThrow(() -> e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to a request that cannot be read; nothing for what wants no answer. */
  private static Optional<RuntimeException> refusal(String text, JsonParseException why) {
    if (!(JsonParser.parseString(text) instanceof JsonObject message)
        || !(message.get("id") instanceof JsonPrimitive id)
        || !(message.get("method") instanceof JsonPrimitive method)) {
      return Optional.empty();
    }
    var request = new RequestMessage();
    request.setRawId(
        id.isNumber() ? Either.forRight(id.getAsNumber()) : Either.forLeft(id.getAsString()));
    request.setMethod(method.getAsString());
    return Optional.of(
        new MessageIssueException(
            request,
            new MessageIssue(
                "The parameters of "
                    + method.getAsString()
                    + " cannot be read: "
                    + why.getMessage(),
                ResponseErrorCode.InvalidParams.getValue(),
                why)));
  }
}
