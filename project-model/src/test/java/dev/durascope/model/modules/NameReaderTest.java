package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameReaderTest {

  /** Each use of {@code Name} as its column and what it is, without its span. */
  private static String uses(String text) {
    try (var tree =
        SyntaxTree.parse(text, Grammar.of(String.valueOf(Path.of("/a.ts"))).orElseThrow())) {
      return NameReader.read(tree, text, "Name").stream()
          .map(
              use -> {
                assertThat(use.span().of(text)).isEqualTo("Name");
                return use.span().start()
                    + " "
                    + use.toString()
                        .replaceAll("span=Span\\[[^]]*\\](, )?", "")
                        .replaceAll("\\w+=", "")
                        .replace("[]", "");
              })
          .collect(Collectors.joining("; "));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class Name {}                                | 6 Declaration",
        "export default abstract class Name {}        | 30 Declaration",
        "const Name = class {}                        | 6 Declaration",
        "new Name(); let a: Name<Name>                | 4 Reference; 19 Reference; 24 Reference",
        "x = class extends Name {}                    | 18 Reference",
        "use({ Name, b: Name, Name: 1 })              | 6 Shorthand; 15 Reference",
        "import { Name } from './r'                   | 9 Imported[./r, false]",
        "import { type Name } from './r'              | 14 Imported[./r, false]",
        "import { Name as R } from './r'              | 9 Imported[./r, true]",
        "import { R as Name } from './r'              | 14 ImportedAs[./r, R]",
        "import Name from './r'                       | 7 ImportedAs[./r, default]",
        "import * as Name from './r'                  | 12 ImportedAs[./r, *]",
        "export { Name }                              | 9 ExportedLocal[false]",
        "export { Name as R }                         | 9 ExportedLocal[true]",
        "export { R as Name }                         | 14 ExportedAs[R]",
        "export { Name } from './r'                   | 9 ReExported[./r, false]",
        "export { R as Name } from './r'              | 14 ReExportedAs[./r, R]",
        "this.env?.Name.get(); c.env!['Name']         | 10 Member[this.env]; 30 Member[c.env]",
        "let a: Env['Name'], b: rooms.Name            | 12 Member[Env]; 29 Member[rooms]",
        "const { Name } = this.env                    | 8 Destructured[true, this.env]",
        "const { Name: n, a = Name } = env            | 8 Destructured[false, env]; 21 Reference",
        "const { env: { Name } } = this               | 15 Destructured[true, env]",
        "x = { fetch(r, { Name }: Env) {} }           | 17 Destructured[true, fetch(1)]",
        "x = { fetch: async (r, { Name = 1 }) => {} } | 25 Destructured[true, fetch(1)]",
        "interface Env { Name: D<R>; }                | 16 Signature[Env, D<R>]",
        "type Env = A & { 'b': 1, Name?: D }          | 25 Signature[Env, D]",
        "let a: { Name: D }                           | 9 Signature[, D]",
        "interface Env { A: D<import('./r').Name> }   | 35 Member[import('./r')]",
        "// Name 'Name'                               | ``",
        "x = 'Name'; y.Names; z.$Name                 | ``",
      })
  void whatANameDoes(String text, String expected) {
    assertThat(uses(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class Name {}; function f(Name) { new Name() }; Name | 6 Declaration; 48 Reference",
        "{ class Name {}; Name }; Name                        | 25 Reference",
        "f(Name => Name); Name                                | 17 Reference",
        "f((Name: A) => { Name }); Name                       | 26 Reference",
        "x = class Name { a: Name }; Name                     | 28 Reference",
        "function f<Name>(a: Name) {}; let a: Name            | 37 Reference",
        "try {} catch (Name) { Name }; Name                   | 30 Reference",
        "for (const Name of []) { Name }; Name                | 33 Reference",
      })
  void anInnerDeclarationHidesTheOuterOne(String text, String expected) {
    assertThat(uses(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export default class t extends{async h(u{return new R('Name",
        "class A extends B { f({ a: { Name: x } }, c = env['Name']) { let t: Env['Name'] = 'Name' } }",
        "import d, { R as Name } from 'Name'; import * as Name from 'Name'; export { Name as R }",
        "export { R as Name } from './r'; interface Env { Name: D<Name>; f(Name: R): Name }",
      })
  void whatIsOnlyBegunIsReadAsFarAsItGoes(String text) {
    for (int end = 0; end <= text.length(); end++) {
      for (int start = 0; start < end; start++) {
        var part = text.substring(start, end);
        if (part.endsWith("Name")) {
          assertThatCode(() -> uses(part)).as(part).doesNotThrowAnyException();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"'é😀'; class Name {}; Name | 13 Declaration; 22 Reference"})
  void placesAreInUtf16(String text, String expected) {
    assertThat(uses(text)).isEqualTo(expected);
  }

  /** Thousands of nodes beside each other, none of which is looked at again for each name. */
  @Test
  void namesOfALongTextThatIsBrokenAreFoundInOneWalk() {
    var text = "[[migrations]]\ntag = Name\nnew = [Name, 'v']; x.Name(\n".repeat(2_000);
    assertThat(uses(text).split("; ")).hasSize(6_000);
  }
}
