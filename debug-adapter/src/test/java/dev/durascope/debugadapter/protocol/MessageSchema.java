package dev.durascope.debugadapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a message must look like: by the protocol's own schema, and for our own requests and events
 * by {@code docs/debug-protocol.json}. A message that neither knows is a mistake.
 */
final class MessageSchema {

  private static final String BASE = "https://durascope.dev/";
  private static final String PROTOCOL = BASE + "debugAdapterProtocol.json";
  private static final String OURS = BASE + "debug-protocol.json";
  private static final String OUR_PREFIX = "durascope/";

  private static final Map<String, String> TEXTS = Map.of(PROTOCOL, protocol(), OURS, ours());
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          // Two words of the protocol's schema that are there for readers.
          Dialect.builder(Dialects.getDraft4())
              .keyword(new NonValidationKeyword("_enum"))
              .keyword(new NonValidationKeyword("enumDescriptions"))
              .build(),
          builder -> builder.schemas(TEXTS));
  private static final Map<String, Set<String>> DEFINED =
      Map.of(PROTOCOL, definitions(PROTOCOL), OURS, definitions(OURS));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private MessageSchema() {}

  private static String protocol() {
    try (var in = MessageSchema.class.getResourceAsStream("debugAdapterProtocol.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ours() {
    try {
      return Files.readString(Path.of("../docs/debug-protocol.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> definitions(String document) {
    var text = Objects.requireNonNull(TEXTS.get(document));
    return Set.copyOf(
        JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("definitions").keySet());
  }

  /** Fails if the message is not what its schema says. */
  static void check(JsonObject message) {
    var definition = definition(message);
    var schema =
        SCHEMAS.computeIfAbsent(definition, place -> REGISTRY.getSchema(SchemaLocation.of(place)));
    assertThat(schema.validate(message.toString(), InputFormat.JSON))
        .as("%s by %s", message, definition)
        .isEmpty();
  }

  private static String definition(JsonObject message) {
    var name =
        switch (message.get("type").getAsString()) {
          case "request" -> message.get("command").getAsString() + "Request";
          case "response" ->
              message.get("success").getAsBoolean()
                  ? message.get("command").getAsString() + "Response"
                  : "ErrorResponse";
          case "event" -> message.get("event").getAsString() + "Event";
          default -> throw new AssertionError("No kind of message: " + message);
        };
    var document = name.startsWith(OUR_PREFIX) ? OURS : PROTOCOL;
    var bare = name.startsWith(OUR_PREFIX) ? name.substring(OUR_PREFIX.length()) : name;
    var type = Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    assertThat(DEFINED.get(document)).as("the messages that have a schema").contains(type);
    return document + "#/definitions/" + type;
  }
}
