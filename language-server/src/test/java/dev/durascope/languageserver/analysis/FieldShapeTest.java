package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;

import org.junit.jupiter.api.Test;

/** CFG15: what holds bindings, migrations and exports has a shape of its own. */
class FieldShapeTest {

  @Test
  void aTableWhereTheBindingsAreAList() {
    check(
        """
        //- /wrangler.toml
        name = "w"
        [durable_objects.bindings]
        #^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG15]: The field "durable_objects.bindings" should be an array but got an object.
        name = "ROOM"
        class_name = "Room"
        """);
  }

  @Test
  void aListWhereTheBindingsAreInATable() {
    check(
        """
        //- /wrangler.json
        {
          "durable_objects": [{ "name": "ROOM", "class_name": "Room" }]
        //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG15]: The field "durable_objects" should be an object but got an array.
        }
        """);
  }

  @Test
  void objectsWithoutBindingsAreAsGoodAsNone() {
    check(
        """
        //- /wrangler.json
        {
          "durable_objects": {},
          "env": { "a": { "durable_objects": { "bindings": [] } } }
        }
        """);
  }

  @Test
  void migrationsThatAreATable() {
    check(
        """
        //- /wrangler.toml
        name = "w"
        [migrations]
        #^^^^^^^^^^ error[CFG15]: The optional "migrations" field should be an array, but got an object
        tag = "v1"
        """);
  }

  @Test
  void classesThatAreAWordOrNumbers() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_classes = "Room"
        #              ^^^^ error[CFG15]: Expected "migrations[0].new_classes" to be an array of strings but got "Room"
        deleted_classes = [1]
        #                  ^ error[CFG15]: Expected "migrations[0].deleted_classes" to be an array of strings but got 1
        """);
  }

  @Test
  void exportsThatAreAList() {
    check(
        """
        //- /wrangler.jsonc
        {
          "env": { "a": { "exports": ["Room"] } }
        //                             ^^^^ error[CFG15]: The optional "env.a.exports" field should be an object keyed by class name, but got an array
        }
        """);
  }

  @Test
  void emptyListsAndTablesAreFine() {
    check(
        """
        //- /wrangler.toml
        exports = {}
        [durable_objects]
        bindings = []
        """);
  }
}
