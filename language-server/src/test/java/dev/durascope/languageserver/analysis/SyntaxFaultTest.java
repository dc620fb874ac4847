package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;

import org.junit.jupiter.api.Test;

class SyntaxFaultTest {

  @Test
  void tomlAsItIsTyped() {
    check(
        """
        //- /wrangler.toml
        name = "w"
        main =
        #     | error[CFG01]: Unexpected end of line, expected a value
        [[durable_objects.bindings]]
        name = "A"
        """);
  }

  @Test
  void jsonAndJsoncAlike() {
    var body =
        """
        {
          // both endings take comments
          "name": "w",
          "main": ,
        //        ^ error[CFG01]: Expected a value
          "vars": { "A": "1" "B": "2" }
        //                  | error[CFG01]: Expected a comma
        }
        """;
    check("//- /wrangler.json\n" + body);
    check("//- /wrangler.jsonc\n" + body);
  }

  @Test
  void whatWranglerAcceptsIsNoFault() {
    check(
        """
        //- /wrangler.jsonc
        // comment before the root
        {
          "$schema": "node_modules/wrangler/config-schema.json", /* ] */
          "vars": { "URL": "https://example.com/*", "X": "*/", "list": [1, 2, ], },
        }
        //- /other/wrangler.toml
        "name" = 'literal' # comment
        [vars] # comment behind a header
        "quoted key" = 'C:\\literal'
        LIST = [
          "a", # one
          "b",
        ]
        """);
  }
}
