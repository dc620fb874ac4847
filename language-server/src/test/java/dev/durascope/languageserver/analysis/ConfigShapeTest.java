package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** CFG: the shape of a configuration, in each of its syntaxes. */
class ConfigShapeTest {

  @Test
  void aConfigurationBesideOneThatWins() {
    check(
        """
        //- /wrangler.toml
        # the old one
        name = "w"
        #@0+10 warning[CFG02]: wrangler.json takes precedence: wrangler does not read this file unless --config names it
        //- /wrangler.jsonc
        {
        //@0+1 warning[CFG02]: wrangler.json takes precedence: wrangler does not read this file unless --config names it
          "name": "w",
        }
        //- /wrangler.json
        { "name": "w" }
        """);
  }

  @Test
  void aConfigurationWithANameOfItsOwn() {
    check(
        """
        //- /wrangler.staging.toml
        name = "w"
        //- /wrangler.jsonc
        { "name": "w" }
        """);
  }

  @Test
  void scriptNamesThatAreNoText() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "A"
        class_name = "Room"
        script_name = 42
        #             ^^ error[CFG06]: the field "script_name", when present, should be a string.
        [[durable_objects.bindings]]
        name = "B"
        class_name = "Room"
        script_name = true
        #             ^^^^ error[CFG06]: the field "script_name", when present, should be a string.
        [[durable_objects.bindings]]
        name = "C"
        class_name = "Room"
        script_name = "other"
        //- /json/wrangler.jsonc
        {
          "durable_objects": { "bindings": [
            { "name": "A", "class_name": "Room", "script_name": ["other"] },
        //                                                      ^^^^^^^^^ error[CFG06]: the field "script_name", when present, should be a string.
            { "name": "B", "class_name": "Room", "script_name": null },
        //                                                      ^^^^ error[CFG06]: the field "script_name", when present, should be a string.
          ] },
        }
        """);
  }

  @Test
  void aScriptNameGetsQuotes() {
    checkFix(
        "CFG06",
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "A"
        class_name = "Room"
        script_name = 42
        """,
        """
        [[durable_objects.bindings]]
        name = "A"
        class_name = "Room"
        script_name = "42"
        """);
  }

  @Test
  void aScriptNameGetsQuotesInJson() {
    checkFix(
        "CFG06",
        """
        //- /json/wrangler.json
        { "durable_objects": { "bindings": [{ "name": "A", "class_name": "Room", "script_name": false }] } }
        """,
        """
        { "durable_objects": { "bindings": [{ "name": "A", "class_name": "Room", "script_name": "false" }] } }
        """);
  }

  @Test
  void anEnvironmentWithoutItsWorker() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "A"
        class_name = "Room"
        script_name = "other"
        environment = "staging"
        [[durable_objects.bindings]]
        name = "B"
        class_name = "Far"
        environment = "staging"
        #@0+11 error[CFG07]: binding should have a "script_name" field if "environment" is present.
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Far"]
        //- /json/wrangler.jsonc
        {
          "durable_objects": { "bindings": [
            { "name": "B", "class_name": "Far", "environment": "staging" },
        //                                       ^^^^^^^^^^^ error[CFG07]: binding should have a "script_name" field if "environment" is present.
          ] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Far"] }],
        }
        """);
  }

  @Test
  void oneNameForTwoBindings() {
    check(
        """
        //- /wrangler.toml
        kv_namespaces = [{ binding = "ROOM", id = "x" }, { binding = "KV", id = "y" }]
        #                             ^^^^ error[CFG09]: ROOM assigned to Durable Object and KV Namespace bindings.
        #                                                             ^^ error[CFG09]: KV assigned to Environment Variable and KV Namespace bindings.
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "other"
        [[durable_objects.bindings]]
        name = "KV2"
        class_name = "Room"
        script_name = "other"
        [[r2_buckets]]
        binding = "KV2"
        #          ^^^ error[CFG09]: KV2 assigned to Durable Object and R2 Bucket bindings.
        bucket_name = "b"
        [vars]
        KV = "text"
        [env.e]
        kv_namespaces = [{ binding = "ROOM", id = "x" }]
        durable_objects.bindings = [{ name = "A", class_name = "X", script_name = "o" }, { name = "A", class_name = "Y", script_name = "o" }]
        #                                                                                          ^ error[CFG09]: A assigned to multiple Durable Object bindings.
        //- /json/wrangler.jsonc
        {
          "vars": { "ROOM": 1 },
          "queues": { "producers": [{ "binding": "ROOM", "queue": "q" }] },
        //                                        ^^^^ error[CFG09]: ROOM assigned to Environment Variable and Queue bindings.
          "ai": { "binding": "AI" },
          "assets": { "directory": "public", "binding": "AI" },
        //                                               ^^ error[CFG09]: AI assigned to AI and Assets bindings.
        }
        """);
  }

  @Test
  void namesThatAreNoIdentifiers() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "my-room"
        #       ^^^^^^^ information[CFG10]: "my-room" is not an identifier: code reaches it as env["my-room"] only
        class_name = "Room"
        script_name = "other"
        [[durable_objects.bindings]]
        name = "日本_$1"
        class_name = "Room"
        script_name = "other"
        [[durable_objects.bindings]]
        name = "<NAME>"
        class_name = "Room"
        script_name = "other"
        //- /json/wrangler.json
        { "durable_objects": { "bindings": [{ "name": "1st", "class_name": "Room", "script_name": "o" }] } }
        //                                             ^^^ information[CFG10]: "1st" is not an identifier: code reaches it as env["1st"] only
        """);
  }

  @Test
  void workerNames() {
    check(
        """
        //- /wrangler.toml
        name = "My Chat"
        #       ^^^^^^^ error[CFG11]: Expected "name" to be of type string, alphanumeric and lowercase with dashes only but got "My Chat".
        [env.good]
        name = "my-chat-2"
        [env.bad]
        name = "-chat"
        #       ^^^^^ error[CFG11]: Expected "name" to be of type string, alphanumeric and lowercase with dashes only but got "-chat".
        [env.underscores]
        name = "my_chat_2"
        //- /json/wrangler.jsonc
        { "name": "{{ project-name }}", "env": { "e": { "name": "CHAT" } } }
        //                                                       ^^^^ error[CFG11]: Expected "name" to be of type string, alphanumeric and lowercase with dashes only but got "CHAT".
        """);
  }

  @Test
  void aWorkersNameIsMadeFit() {
    checkFix(
        """
        //- /wrangler.toml
        name = "My Chat_2"
        """,
        """
        name = "my-chat-2"
        """);
  }

  @Test
  void aWorkersNameIsMadeFitInJson() {
    checkFix(
        """
        //- /json/wrangler.json
        { "name": "Chat" }
        """,
        """
        { "name": "chat" }
        """);
  }

  @Test
  void compatibilityDates() {
    check(
        """
        //- /wrangler.toml
        compatibility_date = "01/04/2026"
        #                     ^^^^^^^^^^ error[CFG12]: "compatibility_date" field should be a valid ISO-8601 date (YYYY-MM-DD), but got "01/04/2026".
        [env.a]
        compatibility_date = 2026-01-04
        #                    ^^^^^^^^^^ error[CFG12]: Expected "compatibility_date" to be of type string but got the date 2026-01-04.
        [env.b]
        compatibility_date = "2026-11-02"
        [env.c]
        compatibility_date = "2026-11-03"
        #                     ^^^^^^^^^^ error[CFG12]: The compatibility date 2026-11-03 is in the future
        [env.d]
        compatibility_date = "2026-02-30"
        #                     ^^^^^^^^^^ error[CFG12]: There is no day 2026-02-30
        [env.e]
        compatibility_date = "<DATE>"
        //- /json/wrangler.jsonc
        { "compatibility_date": "2027-01-01", "env": { "e": { "compatibility_date": "2024-02-29" } } }
        //                       ^^^^^^^^^^ error[CFG12]: The compatibility date 2027-01-01 is in the future
        """);
  }

  @Test
  void aCompatibilityDateBecomesToday() {
    checkFix(
        """
        //- /wrangler.toml
        compatibility_date = "2026-1-4"
        """,
        """
        compatibility_date = "2026-11-01"
        """);
  }

  @Test
  void aBareDateGetsQuotes() {
    checkFix(
        """
        //- /wrangler.toml
        compatibility_date = 2026-01-04
        """,
        """
        compatibility_date = "2026-01-04"
        """);
  }

  @Test
  void aCompatibilityDateBecomesTodayInJson() {
    checkFix(
        """
        //- /json/wrangler.jsonc
        {
          // the day we began
          "compatibility_date": "2099-01-01"
        }
        """,
        """
        {
          // the day we began
          "compatibility_date": "2026-11-01"
        }
        """);
  }

  @Test
  void pagesProjectsHaveNoClasses() {
    check(
        """
        //- /wrangler.toml
        pages_build_output_dir = "./public"
        [[durable_objects.bindings]]
        # ^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG13]: Durable Objects bindings should specify a "script_name": a Pages project has no classes
        name = "A"
        class_name = "Room"
        [[durable_objects.bindings]]
        name = "B"
        class_name = "Room"
        script_name = "rooms"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        //- /json/wrangler.json
        {
          "pages_build_output_dir": "dist",
          "durable_objects": { "bindings": [{ "name": "A", "class_name": "Room" }] },
        //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CFG13]: Durable Objects bindings should specify a "script_name": a Pages project has no classes
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        }
        """);
  }

  @Test
  void emptySettings() {
    check(
        """
        //- /wrangler.toml
        account_id = ""
        #@0+10 warning[CFG14]: "account_id" is an empty string and will be ignored
        zone_id = "abc"
        route = ""
        #@0+5 warning[CFG14]: "route" is an empty string and will be ignored
        [env.e]
        route = ""
        #@0+5 warning[CFG14]: "route" is an empty string and will be ignored
        //- /json/wrangler.jsonc
        { "account_id": "", "zone_id": null }
        // ^^^^^^^^^^ warning[CFG14]: "account_id" is an empty string and will be ignored
        """);
  }

  @Test
  void anEmptySettingGoesWithItsLine() {
    checkFix(
        """
        //- /wrangler.toml
        name = "w"
        account_id = "" # to be filled in
        main = "dist/a.js"
        """,
        """
        name = "w"
        # to be filled in
        main = "dist/a.js"
        """);
  }

  @Test
  void anEmptySettingGoesWithItsComma() {
    checkFix(
        """
        //- /json/wrangler.json
        {
          "name": "w",
          "account_id": ""
        }
        """,
        """
        {
          "name": "w"
        }
        """);
  }

  @Test
  void anEmptySettingAmongOthersOnALine() {
    checkFix(
        """
        //- /json/wrangler.jsonc
        { "account_id": "", "name": "w" }
        """,
        """
        { "name": "w" }
        """);
  }
}
