package dev.durascope.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.text.Problem;
import dev.durascope.model.tree.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void readsCommentsTrailingCommasAndStringsThatLookLikeComments() {
    var text =
        """
        // before the root
        {
          "url": "https://example.com/*not a comment*/", /* inline */
          "list": [1, -2.5, 1e3, true, false, null,],
          // "off": 1,
          "nested": { "a\\u0041\\n": "\\"" },
        }
        """;
    var document = JsonReader.read(text);
    assertThat(document.problems()).isEmpty();
    var expected = new HashMap<String, Object>();
    expected.put("url", "https://example.com/*not a comment*/");
    expected.put("list", Arrays.asList(1L, -2.5, 1000.0, true, false, null));
    expected.put("nested", Map.of("aA\n", "\""));
    assertThat(document.root().toPlain()).isEqualTo(expected);
  }

  @Test
  void spansCoverTheInsideOfStrings() {
    var text = "{\"class_name\": \"Room\"}";
    var entry = JsonReader.read(text).root().entry("class_name").orElseThrow();
    assertThat(entry.key().span().of(text)).isEqualTo("class_name");
    assertThat(entry.value().anchor().of(text)).isEqualTo("Room");
    assertThat(entry.value().span().of(text)).isEqualTo("\"Room\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": }                 | 6 | Expected a value",
        "{\"a\"}                   | 4 | Expected a colon and a value",
        "{\"a\": 1 \"b\": 2}       | 7 | Expected a comma",
        "{\"a\": [1 2]}            | 8 | Expected a comma",
        "{\"a\": 1                 | 7 | Expected } to close the object of line 1",
        "{\"a\": [1, 2             | 11 | Expected ] to close the array of line 1",
        "{\"a\": 'b'}              | 6 | Strings need double quotes",
        "{a: 1}                    | 1 | Expected a property name in double quotes",
        "{\"a\": tru}              | 6 | Expected a value, found tru",
        "{\"a\": 01}               | 6 | Expected a value, found 01",
        "{\"a\": \"b               | 6 | This string is never closed",
        "{\"a\": \"\\q\"}          | 7 | Not an escape that JSON has",
        "{} x                      | 3 | Expected the end of the file here",
        "[1]                       | 0 | Expected an object: { … }",
        "{} /* x                   | 3 | This comment is never closed",
        "{,}                       | 1 | Expected a property before this comma",
      })
  void oneMistakeIsOneProblemAtItsPlace(String text, int offset, String message) {
    assertThat(JsonReader.read(text).problems())
        .extracting(problem -> problem.span().start() + " " + problem.message())
        .startsWith(offset + " " + message);
  }

  @Test
  void whatIsReadableAroundAMistakeIsRead() {
    var text = "{ \"name\": \"w\" \"main\": , \"vars\": { \"A\": [1, }, \"x\": 2";
    var document = JsonReader.read(text);
    assertThat(document.root().toPlain())
        .isEqualTo(Map.of("name", "w", "vars", Map.of("A", List.of(1L)), "x", 2L));
    assertThat(document.root().get("main")).containsInstanceOf(Node.Missing.class);
  }

  @Test
  void theLastOfTwoEqualKeysCounts() {
    assertThat(
            JsonReader.read("{\"a\": \"x\", \"a\": \"y\"}")
                .root()
                .string("a")
                .orElseThrow()
                .value())
        .isEqualTo("y");
  }

  @Test
  void everyPrefixOfAFileIsRead() {
    var text = "{ // c\n \"a\": [ { \"b\": \"c\\u00e9\" }, -1.5, null ], /* d */ \"e\": {}, }\n";
    for (int end = 0; end <= text.length(); end++) {
      var prefix = text.substring(0, end);
      assertThat(JsonReader.read(prefix).problems())
          .extracting(Problem::span)
          .allMatch(span -> span.end() <= prefix.length());
    }
  }

  @Test
  void deepNestingIsAProblemAndNoStackOverflow() {
    var document = JsonReader.read("{\"a\":" + "[".repeat(100_000));
    assertThat(document.problems())
        .extracting(Problem::message)
        .contains("Nested more than 200 levels deep");
  }
}
