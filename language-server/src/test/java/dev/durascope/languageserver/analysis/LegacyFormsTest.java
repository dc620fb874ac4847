package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** LEG: what wrangler 1 and Miniflare 2 had. */
class LegacyFormsTest {

  @Test
  void keysOfWranglerOne() {
    check(
        """
        //- /wrangler.toml
        name = "w"
        type = "javascript"
        #@0+4 warning[LEG01]: "type" is of wrangler 1: today's wrangler ignores it
        [build]
        command = "npm run build"
        [build.upload]
        #      ^^^^^^ warning[LEG02]: "build.upload" is of wrangler 1: today's wrangler ignores it; write main = "src/index.mjs"
        format = "modules"
        dir = "src"
        main = "./index.mjs"
        [[build.upload.rules]]
        #              ^^^^^ warning[LEG03]: Module rules stand at the top level today, as [[rules]]
        type = "Text"
        globs = ["**/*.md"]
        //- /json/wrangler.json
        { "main": "a.js", "build": { "upload": { "main": "b.js" } }, "rules": [{ "type": "Text", "globs": ["*"] }] }
        //                            ^^^^^^ warning[LEG02]: "build.upload" is of wrangler 1: today's wrangler ignores it
        //- /src/index.mjs
        export default {};
        //- /json/a.js
        export default {};
        """);
  }

  @Test
  void anEntryThatWranglerOneBuilds() {
    check(
        """
        //- /wrangler.toml
        build.upload = { format = "modules", main = "./index.mjs" }
        #     ^^^^^^ warning[LEG02]: "build.upload" is of wrangler 1: today's wrangler ignores it; write main = "dist/index.mjs"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room"] }]
        """);
  }

  @Test
  void theTypeGoes() {
    checkFix(
        """
        //- /wrangler.toml
        name = "w"
        type = "webpack"
        """,
        """
        name = "w"
        """);
  }

  @Test
  void settingsOfMiniflareTwo() {
    check(
        """
        //- /wrangler.toml
        [miniflare]
        durable_objects_persist = true
        #@0+23 information[LEG05]: A setting of Miniflare 2: wrangler ignores it, durascope dev follows it
        kv_persist = true
        [miniflare.mounts]
        #          ^^^^^^ information[LEG06]: A setting of Miniflare 2: wrangler ignores it, durascope dev follows it
        rooms = "../rooms"
        //- /json/wrangler.jsonc
        { "miniflare": { "durable_objects_persist": "redis://localhost:6379", "mounts": {} } }
        //                ^^^^^^^^^^^^^^^^^^^^^^^ information[LEG05]: A setting of Miniflare 2: wrangler ignores it, durascope dev follows it
        //                                                                     ^^^^^^ information[LEG06]: A setting of Miniflare 2: wrangler ignores it, durascope dev follows it
        """);
  }

  @Test
  void removedSettings() {
    check(
        """
        //- /wrangler.toml
        legacy_env = true
        #@0+10 error[LEG08]: The "legacy_env" field is no longer supported, so please remove it from your configuration file.
        [env.e]
        node_compat = true
        #@0+11 error[LEG08]: The "node_compat" field is no longer supported as of Wrangler v4. Instead, use the `nodejs_compat` compatibility flag.
        //- /json/wrangler.json
        { "node_compat": false, "compatibility_flags": ["nodejs_compat"] }
        // ^^^^^^^^^^^ error[LEG08]: The "node_compat" field is no longer supported as of Wrangler v4. Instead, use the `nodejs_compat` compatibility flag.
        """);
  }

  @Test
  void aRemovedSettingGoes() {
    checkFix(
        """
        //- /wrangler.toml
        name = "w"
        legacy_env = false
        main = "dist/x.js"
        """,
        """
        name = "w"
        main = "dist/x.js"
        """);
  }

  @Test
  void aRemovedSettingGoesInJson() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
          "name": "w", // the name
          "node_compat": true,
          "vars": {},
        }
        """,
        """
        {
          "name": "w", // the name
          "vars": {},
        }
        """);
  }

  @Test
  void aFlagOfFormerTimes() {
    check(
        """
        //- /wrangler.toml
        compatibility_flags = ["nodejs_compat", "durable_object_alarms"]
        #                                        ^^^^^^^^^^^^^^^^^^^^^ information[LEG09]: Alarms are always there today: the flag does nothing
        //- /json/wrangler.json
        { "env": { "e": { "compatibility_flags": ["durable_object_alarms"] } } }
        //                                         ^^^^^^^^^^^^^^^^^^^^^ information[LEG09]: Alarms are always there today: the flag does nothing
        """);
  }

  @Test
  void aFlagGoesWithItsComma() {
    checkFix(
        """
        //- /wrangler.toml
        compatibility_flags = ["nodejs_compat", "durable_object_alarms"]
        """,
        """
        compatibility_flags = ["nodejs_compat"]
        """);
  }

  @Test
  void aFlagGoesFromTheMiddle() {
    checkFix(
        """
        //- /wrangler.toml
        compatibility_flags = [
          "nodejs_compat",
          "durable_object_alarms", # gone
          "global_navigator",
        ]
        """,
        """
        compatibility_flags = [
          "nodejs_compat",
          # gone
          "global_navigator",
        ]
        """);
  }

  @Test
  void aFlagGoesInJson() {
    checkFix(
        """
        //- /wrangler.json
        { "compatibility_flags": ["durable_object_alarms"] }
        """,
        """
        { "compatibility_flags": [] }
        """);
  }
}
