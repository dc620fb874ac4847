package dev.durascope.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.JsDate;
import dev.durascope.runtime.wire.WireValue.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values look to people and as JSON. */
class WireTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          object | {name: "ada", message: "hi", timestamp: 1767225600000}
          object index keys | {1: "one", 2: "two", b: 1, "4294967295": "big", "-1": "minus", "01": "text"}
          object unicode keys | {é: 1, 日本: 2, "😀": 3, "": 4}
          undefined | {inside: undefined}
          double negative zero | -0
          bigint negative | -123456789012345678901234567890n
          date | Date(2026-01-01T00:00:00.000Z)
          date invalid | Date(invalid)
          regexp | /a+b\\/c/giu
          boxed | [Object(true), Object(false), Object(1.5), Object("s"), Object(7n)]
          array | [1, "two", null, undefined, true]
          array holes | Array(3)[0: 1, 2: 3]
          map | Map(2) {"a" => 1, {k: 1} => Map(0) {}}
          set | Set(3) {1, "a", {b: 1}}
          cycle | {name: "self", me: [object #0]}
          buffer | ArrayBuffer(4)
          Uint8Array | Uint8Array(2) [1, 255]
          Float64Array | Float64Array(1)
          error cause | Error: outer (cause: TypeError: inner)
          """)
  void previewsReadLikeJavaScript(String specimen, String preview) {
    assertThat(WirePreview.of(WireValue.read(Vectors.named(specimen)), 200)).isEqualTo(preview);
  }

  @Test
  void aLongPreviewIsCut() {
    WireValue value = WireValue.read(Vectors.named("object"));
    assertThat(WirePreview.of(value, 12)).isEqualTo("{name: \"ada…");
    assertThat(WirePreview.of(new Text("😀😀😀😀"), 5)).isEqualTo("\"😀…");
    assertThat(WirePreview.of(new Text("a\nb\"\u0001"), 50)).isEqualTo("\"a\\nb\\\"\\u0001\"");
    assertThatIllegalArgumentException().isThrownBy(() -> WirePreview.of(value, 0));
  }

  @Test
  void datesFarAwayAreShownAsJavaScriptDoes() {
    assertThat(WirePreview.of(new JsDate(8.64e15), 50))
        .isEqualTo("Date(+275760-09-13T00:00:00.000Z)");
    assertThat(WirePreview.of(new JsDate(-8.64e15), 50))
        .isEqualTo("Date(-271821-04-20T00:00:00.000Z)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          object | {"name":"ada","message":"hi","timestamp":1767225600000}
          array | [1,"two",null,{"$undefined":true},true]
          map | {"$map":[["a",1],[{"k":1},{"$map":[]}]]}
          date | {"$date":1767225600000}
          Uint8Array | {"$view":"Uint8Array","buffer":{"$buffer":"Af8="},"offset":0,"length":2}
          string lone surrogate | {"$utf16":[55296]}
          cycle | {"name":"self","me":{"$ref":0}}
          """)
  void jsonIsPlainWhereItCanBe(String specimen, String json) {
    assertThat(WireJson.write(WireValue.read(Vectors.named(specimen)))).hasToString(json);
  }

  @Test
  void aDateMayBeWrittenAsText() {
    assertThat(WireJson.read(JsonParser.parseString("{\"$date\": \"2026-01-01T00:00:00.000Z\"}")))
        .isEqualTo(new JsDate(1767225600000.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": [1, {"$date": "soon"}]} | $.a[1].$date: expected a time such as 2026-01-01T00:00:00.000Z
          {"$nonsense": 1} | $: unknown tag $nonsense
          {"$int": 1.5} | $.$int: expected an integer of 32 bits
          {"$map": [[1]]} | $.$map[0]: expected a pair, found 1 items
          {"$regexp": "a"} | $: the member "flags" is missing
          {"$regexp": "a", "flags": "q"} | $: unknown flag of a regular expression: q
          {"$boxed": null} | $.$boxed: only booleans, numbers, bigints and strings can be boxed
          {"$buffer": "?"} | $.$buffer: expected base64
          {"$ref": 0} | a reference to object 0, but only 0 have begun
          {"$view": "Uint16Array", "buffer": {"$buffer": "AQID"}, "offset": 0, "length": 3} | $: the view does not fit its buffer of 3 bytes
          """)
  void badJsonIsRefusedWithItsPlace(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WireJson.read(JsonParser.parseString(json)))
        .withMessage(message);
  }

  @Test
  void aTreeRefusesWhatNoValueCanBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WireValue.Boxed(new DenseArray(List.of(), List.of())));
  }
}
