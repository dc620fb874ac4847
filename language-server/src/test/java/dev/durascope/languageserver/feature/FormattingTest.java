package dev.durascope.languageserver.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.durascope.languageserver.feature.ConfigTokens.Kind;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts before and after; and that nothing but blanks is ever changed, over many texts. */
class FormattingTest {

  private static final Path RECORDED = Path.of("src/test/oracle/projects.jsonl");

  private static WranglerConfig toml(String text) {
    return WranglerConfig.parse(Path.of("/wrangler.toml"), text);
  }

  private static WranglerConfig json(String text) {
    return WranglerConfig.parse(Path.of("/wrangler.jsonc"), text);
  }

  private static String format(WranglerConfig config) {
    var text = new StringBuilder(config.document().text());
    for (var change : Formatting.of(config, "  ").reversed()) {
      text.replace(change.span().start(), change.span().end(), change.text());
    }
    return text.toString();
  }

  @Test
  void tomlIsMadeEven() {
    assertThat(
            format(
                toml(
                    """


                      # What it is
                    name="chat"   # the name\t
                      main   =   "src/index.ts"#the code
                    compatibility_flags = ["a","b" ,  "c"]
                    \t
                        [[durable_objects.bindings]]
                        name= "ROOM"
                        class_name ="Room"

                    [vars]
                    "quoted key"={a=1,b = 2 }
                    WHEN=1979-05-27 07:32:00
                    TEXT=\"""
                      a  =  b
                        # no comment  \s
                    \"""

                    [[migrations]]
                    tag='v1'
                    new_sqlite_classes=[
                    "Room", # one
                          # more
                        "Lobby",
                            ]
                    transferred_classes = [{
                    from = "A", from_script="b",
                      to="C" }]



                    """)))
        .isEqualTo(
            """


            # What it is
            name = "chat"   # the name
            main = "src/index.ts" #the code
            compatibility_flags = ["a", "b",  "c"]

            [[durable_objects.bindings]]
            name = "ROOM"
            class_name = "Room"

            [vars]
            "quoted key" = {a = 1, b = 2 }
            WHEN = 1979-05-27 07:32:00
            TEXT = \"""
              a  =  b
                # no comment  \s
            \"""

            [[migrations]]
            tag = 'v1'
            new_sqlite_classes = [
              "Room", # one
              # more
              "Lobby",
            ]
            transferred_classes = [{
              from = "A", from_script = "b",
              to = "C" }]
            """);
  }

  @Test
  void jsonIsMadeEven() {
    assertThat(
            format(
                json(
                    """
                    // What it is
                      {
                    "name" :"chat",// the name
                          "main":    "src/index.ts",
                      /* Where
                           objects are */
                    "durable_objects":{
                    "bindings":[{
                    "name":"ROOM", "class_name"  :  "Room"
                    }, {"name":"HALL","class_name":/* it */"Hall" }],
                    },
                        "url": "https://example.com/*", \s
                    "none" :
                    null,
                    "migrations": [
                    { "tag": "v1" ,"new_sqlite_classes": [
                    "Room" ,
                    "Hall"
                    ] }
                    ]
                    }""")))
        .isEqualTo(
            """
            // What it is
            {
              "name": "chat", // the name
              "main": "src/index.ts",
              /* Where
                   objects are */
              "durable_objects": {
                "bindings": [{
                  "name": "ROOM", "class_name": "Room"
                }, {"name": "HALL", "class_name": /* it */"Hall" }],
              },
              "url": "https://example.com/*",
              "none":
              null,
              "migrations": [
                { "tag": "v1", "new_sqlite_classes": [
                  "Room",
                  "Hall"
                ] }
              ]
            }
            """);
  }

  @Test
  void lineBreaksAndByteOrderMarksStayAsTheyAre() {
    assertThat(format(toml("\uFEFFname='a'\r\n\r\n  main='b'")))
        .isEqualTo("\uFEFFname = 'a'\r\n\r\nmain = 'b'\r\n");
    assertThat(format(json("{\r\n\"a\":1\r\n}\r\n\r\n"))).isEqualTo("{\r\n  \"a\": 1\r\n}\r\n");
  }

  @Test
  void evenTextsAndFaultyOnesAreLeftAlone() {
    assertThat(Formatting.of(toml("name = 'a'\n"), "  ")).isEmpty();
    assertThat(Formatting.of(toml(""), "  ")).isEmpty();
    assertThat(Formatting.of(toml("name='a'\n[[migrations\n"), "  ")).isEmpty();
    assertThat(Formatting.of(json("{\"a\":1"), "  ")).isEmpty();
  }

  @Test
  void theUnitIsTheClients() {
    assertThat(Formatting.of(json("{\n\"a\": 1\n}\n"), "\t"))
        .extracting(Formatting.Change::text)
        .containsExactly("\n\t");
  }

  /** Recorded configurations, and each of them with its blanks thrown about. */
  @Test
  void nothingButBlanksIsChanged() throws IOException {
    var random = new Random(6);
    int seen = 0;
    for (var config : recorded()) {
      for (var each : List.of(config, shaken(config, random), shaken(config, random))) {
        assertThat(each.document().problems().isEmpty())
            .as(each.document().text())
            .isEqualTo(config.document().problems().isEmpty());
        check(each);
      }
      seen += config.document().problems().isEmpty() ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(250);
  }

  private static List<WranglerConfig> recorded() throws IOException {
    var configs = new ArrayList<WranglerConfig>();
    for (var line : Files.readAllLines(RECORDED)) {
      var project = new Gson().fromJson(line, JsonObject.class);
      for (var file : project.getAsJsonObject("files").entrySet()) {
        var path = Path.of("/" + file.getKey());
        if (ConfigFiles.isConfig(path)) {
          configs.add(WranglerConfig.parse(path, file.getValue().getAsString()));
        }
      }
    }
    assertThat(configs).hasSizeGreaterThanOrEqualTo(300);
    return configs;
  }

  private static void check(WranglerConfig config) {
    var formatted = WranglerConfig.parse(config.file(), format(config));
    var text = formatted.document().text();
    assertThat(formatted.document().root().toPlain())
        .as(text)
        .isEqualTo(config.document().root().toPlain());
    assertThat(formatted.document().problems())
        .as(text)
        .hasSameSizeAs(config.document().problems());
    assertThat(words(formatted)).as(text).isEqualTo(words(config));
    assertThat(format(formatted)).as("formatted again").isEqualTo(text);
  }

  private static List<String> words(WranglerConfig config) {
    return ConfigTokens.of(config).stream()
        .map(it -> it.kind() + it.span().of(config.document().text()))
        .toList();
  }

  /** The same configuration with other blanks, and with comments, where there may be any. */
  private static WranglerConfig shaken(WranglerConfig config, Random random) {
    var text = config.document().text();
    var result = new StringBuilder();
    int at = 0;
    for (var token : ConfigTokens.of(config)) {
      var blanks = text.substring(at, token.span().start());
      boolean comment = random.nextInt(8) == 0;
      var mark = config.isToml() ? "# " : "// ";
      result.append(
          blanks.contains("\n")
              ? blanks
                  .replaceAll("[ \\t]", "")
                  .replaceFirst(
                      "\n", comment ? " ".repeat(random.nextInt(3)) + mark + "é\n" : "  \n")
              : blanks);
      boolean free =
          token.kind() == Kind.ASSIGN || token.kind() == Kind.COMMA || blanks.contains("\n");
      result.append(" ".repeat(free ? random.nextInt(4) : 0)).append(token.span().of(text));
      at = token.span().end();
    }
    result.append(text.substring(at)).append("\n".repeat(random.nextInt(3)));
    return WranglerConfig.parse(config.file(), result.toString());
  }
}
