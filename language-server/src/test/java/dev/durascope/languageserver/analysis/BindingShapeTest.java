package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;

import org.junit.jupiter.api.Test;

class BindingShapeTest {

  @Test
  void tomlTables() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        # ^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG04]: binding should have a string "name" field.
        class_name = "Room"
        #             ^^^^ warning[BND05]: "Room" is bound, but no migration creates it: add it to new_sqlite_classes
        [[durable_objects.bindings]]
        # ^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG05]: binding should have a string "class_name" field.
        name = "ROOM"
        [[env.staging.durable_objects.bindings]]
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG05]: binding should have a string "class_name" field.
        name = "STAGED"
        """);
  }

  @Test
  void inlineTablesAndWrongTypes() {
    check(
        """
        //- /wrangler.toml
        durable_objects.bindings = [
          { name = "A" },
        # ^^^^^^^^^^^^^^ error[CFG05]: binding should have a string "class_name" field.
          { name = "B", class_name = 3 },
        #                            ^ error[CFG05]: binding should have a string "class_name" field.
        ]
        """);
  }

  @Test
  void json() {
    check(
        """
        //- /wrangler.json
        { "durable_objects": { "bindings": [
            {
        //  ^ error[CFG04]: binding should have a string "name" field.
              "class_name": null,
        //                  ^^^^ error[CFG05]: binding should have a string "class_name" field.
            },
        ] } }
        """);
  }

  @Test
  void aFieldNotTypedYetIsTheSyntaxFaultOnly() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "A"
        class_name =
        #           | error[CFG01]: Unexpected end of line, expected a value
        """);
  }

  @Test
  void theSameKeysElsewhereAreNobodysBusiness() {
    check(
        """
        //- /wrangler.toml
        [[workflows]]
        name = "w"
        class_name = "Flow"
        [[kv_namespaces]]
        binding = "KV"
        """);
  }
}
