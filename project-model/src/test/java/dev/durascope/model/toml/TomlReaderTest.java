package dev.durascope.model.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.model.text.Problem;
import dev.durascope.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

class TomlReaderTest {

  /** On valid text the own scan and tomlj have to see the same values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFFname = 'a'",
        "name = \"worker\" # why\r\nmain='src/index.ts'\r\n",
        "a.b.c = 1\na.b.d = 2\n'x y'.\"z.w\" = 3",
        "[a]\nb = 1\n[a.c]\nd = 2\n[e.f.g]\nh = 3",
        "[[durable_objects.bindings]]\nname = 'A'\nclass_name = 'B'\n"
            + "[[durable_objects.bindings]]\nname = 'C'\nclass_name = 'D'",
        "durable_objects.bindings = [{ name = \"A\", class_name = \"B\" }, {name='C',class_name='D'}]",
        "[durable_objects]\nbindings = [\n  # one\n  {name = \"A\", class_name = \"B\"}, # two\n]\n",
        "[env.staging]\nname = 'x'\n[[env.staging.durable_objects.bindings]]\nname = 'A'\n"
            + "[[env.staging.durable_objects.bindings.sub]]\nx = 1",
        "[[m]]\ntag = 'v1'\n[m.inner]\na = 1\n[[m]]\ntag = 'v2'",
        "a = [1, 2,\n 3, ]\nb = [ [ 'x' ],\n [true] ]\n",
        "a = 1_000\nb = 0xFF\nc = 0o17\nd = 0b11\ne = -3.5e-2\nf = +7\ng = inf\nh = -inf",
        "t = true\nf = false",
        "s = \"tab\\t quote\\\" \\u00e9 \\U0001F600 \\\\\"\nl = 'C:\\raw'",
        "m = \"\"\"\nfirst\nsecond \\\n   joined \"\"quoted\"\"\"\"\"\nn = '''\n raw '' \\ '''",
        "x = { a = { b = { c = 1 } }, d.e = 2 }",
        "\"\" = 'empty key'\n",
      })
  void readsWhatTomljReads(String text) {
    var expected = Toml.parse(text.replace("\uFEFF", ""));
    assertThat(expected.errors()).isEmpty();
    var document = TomlReader.read(text);
    assertThat(document.problems()).isEmpty();
    assertThat(document.root().toPlain()).isEqualTo(plain(expected));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case TomlTable table -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        table.keySet().forEach(key -> map.put(key, plain(table.get(List.of(key)))));
        yield map;
      }
      case TomlArray array -> array.toList().stream().map(TomlReaderTest::plain).toList();
      case null -> null;
      default -> value;
    };
  }

  @Test
  void datesAndTimesStayAsTheyAreWritten() {
    assertThat(TomlReader.read("a = 1979-05-27 07:32:00Z # b\nb = [07:32:00]").root().toPlain())
        .isEqualTo(Map.of("a", "1979-05-27 07:32:00Z", "b", List.of("07:32:00")));
  }

  @Test
  void spansCoverTheInsideOfStringsAndThePathOfHeaders() {
    var text = "[[durable_objects.bindings]]\nname = \"ROOM\" # é😀\nclass_name = 'Room'\n";
    var binding = first(TomlReader.read(text).root());
    assertThat(binding.anchor().of(text)).isEqualTo("durable_objects.bindings");
    assertThat(binding.header().orElseThrow().of(text)).isEqualTo("[[durable_objects.bindings]]");
    assertThat(binding.string("name").orElseThrow().span().of(text)).isEqualTo("ROOM");
    assertThat(binding.string("class_name").orElseThrow().span().of(text)).isEqualTo("Room");
    assertThat(binding.entry("class_name").orElseThrow().key().span().of(text))
        .isEqualTo("class_name");
    assertThat(binding.span().of(text)).startsWith("[[durable").endsWith("'Room'");
  }

  @Test
  void aValueNotTypedYetCostsOnlyItsOwnLine() {
    var text =
        "main =\n[[durable_objects.bindings]]\nname = \"A\nclass_name = \"B\"\n[[migrations]]\ntag";
    var document = TomlReader.read(text);
    assertThat(document.problems()).isNotEmpty();
    assertThat(document.root().get("main")).containsInstanceOf(Node.Missing.class);
    assertThat(first(document.root()).toPlain()).isEqualTo(Map.of("name", "A", "class_name", "B"));
    assertThat(document.root().items("migrations")).hasSize(1);
  }

  @Test
  void anArrayNeverClosedEndsBeforeTheNextStatement() {
    var text = "flags = [ 'a',\n  'b'\nmain = 'x'\n[vars]\nA = [1\n[[migrations]]\ntag = 'v1'\n";
    assertThat(TomlReader.read(text).root().toPlain())
        .isEqualTo(
            Map.of(
                "flags", List.of("a", "b"),
                "main", "x",
                "vars", Map.of("A", List.of(1L)),
                "migrations", List.of(Map.of("tag", "v1"))));
  }

  @Test
  void problemsLieWhereTheFaultIsBehindManyLinesThatSayNothing() {
    var text = "name\n" + "\n# nothing\n".repeat(2_000) + "\nmain =\n";
    assertThat(TomlReader.read(text).problems())
        .extracting(
            problem -> TomlReader.read(text).lines().position(problem.span().start()).line())
        .contains(0, 4_002);
  }

  @Test
  void problemsLieWhereTheFaultIs() {
    var text = "name = \"é😀\" oops\nmain = 'x'\n";
    assertThat(TomlReader.read(text).problems())
        .extracting(problem -> problem.span().of(text))
        .containsExactly("oops");
  }

  @Test
  void aTextThatTomljBreaksOffAtHasTheProblemOfItsFirstFaultyStatement() {
    var text = "name = \"w\"\nlist = [\n  1,\n]\nn = {\"\",]\n[[s]]\na = 1\n";
    assertThatThrownBy(() -> Toml.parse(text)).isInstanceOf(NullPointerException.class);
    var document = TomlReader.read(text);
    assertThat(document.problems())
        .isNotEmpty()
        .allSatisfy(
            problem ->
                assertThat(document.lines().position(problem.span().start()).line()).isEqualTo(4));
    assertThat(document.root().items("s")).hasSize(1);
  }

  @Test
  void everyPrefixOfAFileIsRead() {
    var text =
        "name = \"w\"\n[durable_objects]\nbindings = [ { name = \"A\", class_name = 'B' } ]\n"
            + "[[migrations]]\ntag = \"v1\"\nnew_sqlite_classes = [\"B\"]\nx = \"\"\"a\\\n\"\"\"\n";
    for (int end = 0; end <= text.length(); end++) {
      var prefix = text.substring(0, end);
      var document = TomlReader.read(prefix);
      assertThat(document.root().span().end()).isLessThanOrEqualTo(prefix.length());
      assertThat(document.problems())
          .extracting(Problem::span)
          .allMatch(span -> span.end() <= prefix.length());
    }
  }

  private static Node.Table first(Node.Table root) {
    return root.table("durable_objects")
        .orElseThrow()
        .items("bindings")
        .getFirst()
        .asTable()
        .orElseThrow();
  }
}
