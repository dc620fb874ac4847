package dev.durascope.debugadapter.protocol;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.debug.json.DebugMessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Takes each message off the wire whole before anybody reads in it. LSP4J parses straight from the
 * wire: where it gives a message up half-way, it takes the rest of it for the header of the next
 * one, which then is lost too.
 */
final class WholeMessages extends DebugMessageJsonHandler {
  WholeMessages(Map<String, JsonRpcMethod> methods, Consumer<GsonBuilder> configureGson) {
    super(methods, configureGson);
  }

  @Override
  public Message parseMessage(Reader input) {
    try {
      return super.parseMessage(new StringReader(input.readAllAsString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
