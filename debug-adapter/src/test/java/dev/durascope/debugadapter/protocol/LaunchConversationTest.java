package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Attributes of a launch, and how sessions begin and end, in the real runtime. */
class LaunchConversationTest {

  @Test
  void variables_of_the_launch_and_an_environment_reach_the_code() {
    Conversation.check(
        """
        //- /wrangler.toml
        | name = "chat"
        | main = "src/index.ts"
        | compatibility_date = "2026-01-01"
        | vars = { MODE = "plain", LIMIT = "1" }
        | [env.staging]
        | vars = { MODE = "staged", LIMIT = "1" }
        //- /src/index.ts
        | export default { fetch: (request: Request, env: any) => new Response(env.MODE + env.LIMIT + env.SECRET) };
        //- /my.env
        | SECRET=hidden
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"env":"staging","vars":{"LIMIT":"2"},"envFiles":["my.env"]}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 staged2hidden
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_class_is_bound_by_the_launch_alone() {
    Conversation.check(
        """
        //- /wrangler.toml
        | name = "chat"
        | main = "src/index.ts"
        | compatibility_date = "2026-01-01"
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Hall extends DurableObject {
        |   fetch(): Response {
        |     return new Response("hall");
        |   }
        | }
        | export default { fetch: (request: Request, env: any) => env.HALLS.getByName("a").fetch(request) };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"objects":{"HALLS":"Hall"},"persist":false}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 hall
        < * thread {"reason":"started","threadId":2}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_compatibility_date_of_the_launch_counts() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response(typeof navigator + " " + typeof Navigator) };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"compatibilityDate":"2021-11-02"}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 undefined undefined
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_schedule_is_run_by_its_address_if_the_launch_says_so() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch: () => new Response("not found", { status: 404 }),
        |   scheduled(event: any) {
        |     console.log("ran", event.cron);
        |   },
        | };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"testScheduled":true}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /__scheduled
        * answer /__scheduled 200 Ran scheduled event
        < * output {"category":"stdout","output":"[Worker chat] ran \\n","source":"index.ts","line":5,"column":5}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_forgets_its_memory_after_every_event_if_the_launch_says_so() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   visits = 0;
        |   fetch(): Response {
        |     return new Response("visit " + ++this.visits);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"hibernateAlways":true}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 visit 1
        * fetch /
        * answer / 200 visit 1
        < * thread {"reason":"started","threadId":2}
        < * thread {"reason":"exited","threadId":2}
        < * thread {"reason":"started","threadId":3}
        < * thread {"reason":"exited","threadId":3}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_first_statement_is_stopped_at_if_the_launch_says_so() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | const started: string = "started";
        | export default { fetch: () => new Response(started) };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"stopOnEntry":true}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * stopped {"reason":"entry","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(module)","source":"index.ts","line":2,"column":1}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 started
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_state_is_kept_where_the_launch_says() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     await this.ctx.storage.put("n", 1);
        |     return new Response("done");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"persistTo":"elsewhere"}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 done
        < * thread {"reason":"started","threadId":2}
        > disconnect
        < disconnect
        < closed
        * gone /.wrangler/state
        """);
  }

  @Test
  void a_project_that_is_not_there_and_one_without_a_configuration_are_refused() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project/nowhere","port":0}
        < launch failed 1003 There is no /project/nowhere: "project" of the launch configuration names the folder of a project, or its entry file.
        > launch {"project":"/project","port":0,"config":"missing.toml"}
        < launch failed 1003 …
        > launch {"project":"/project","port":0,"env":"production"}
        < launch failed 1003 …
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void attributes_of_a_wrong_type_are_refused_by_their_names() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"port":0}
        < launch failed 1001 The launch configuration has no "project": name the directory of the project there.
        > launch {"project":7}
        < launch failed 1001 "project" of the launch configuration must be a string, not 7.0.
        > launch {"project":"/project","port":65536}
        < launch failed 1001 "port" of the launch configuration must be a number from 0 to 65535, not 65536.0.
        > launch {"project":"/project","stopOnEntry":"yes"}
        < launch failed 1001 "stopOnEntry" of the launch configuration must be true or false, not yes.
        > launch {"project":"/project","skipFiles":"lib"}
        < launch failed 1001 "skipFiles" of the launch configuration must be a list of strings, not lib.
        > launch {"project":"/project","skipFiles":["["]}
        < launch failed 1001 "skipFiles" of the launch configuration must be a list of globs, not /project/[.
        > launch {"project":"/project","envFiles":[1]}
        < launch failed 1001 "envFiles" of the launch configuration must be a list of strings, not [1.0].
        > launch {"project":"/project","objects":["Room"]}
        < launch failed 1001 "objects" of the launch configuration must be an object of strings, not [Room].
        > launch {"project":"/project","persist":false,"storage":"somewhere"}
        < launch failed 1001 "persist": false and "storage" of the launch configuration exclude each other.
        > launch {"project":"/project","compatibilityDate":"yesterday"}
        < launch failed 1003 /project/wrangler.toml: Invalid compatibility date: yesterday
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void requests_before_a_launch_are_refused_and_those_about_nothing_are_answered() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > threads
        < threads {"threads":[]}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":1}]}
        < setBreakpoints failed 1002 Nothing has been launched: send "launch" first.
        > stackTrace {"threadId":1}
        < stackTrace failed 1002 Nothing has been launched: send "launch" first.
        > evaluate {"expression":"1"}
        < evaluate failed 1002 Nothing has been launched: send "launch" first.
        > loadedSources
        < loadedSources failed 1002 Nothing has been launched: send "launch" first.
        > source {"sourceReference":1}
        < source failed 1002 Nothing has been launched: send "launch" first.
        > durascope/control
        < durascope/control failed 1002 Nothing has been launched: send "launch" first.
        > durascope/pauseAll
        < durascope/pauseAll failed 1002 Nothing has been launched: send "launch" first.
        > durascope/openInspector
        < durascope/openInspector failed 1002 Nothing has been launched: send "launch" first.
        > restart
        < restart failed 1002 Nothing has been launched: send "launch" first.
        > terminate
        < terminate failed 1002 Nothing has been launched: send "launch" first.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_the_adapter_can_do_is_told_as_it_is() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize {"supportsConfigurationDoneRequest":true,"supportsFunctionBreakpoints":true,"supportsConditionalBreakpoints":true,"supportsHitConditionalBreakpoints":true,"supportsEvaluateForHovers":true,"exceptionBreakpointFilters":["all","uncaught","event:fetch","event:rpc","event:alarm","event:webSocketMessage","event:webSocketClose","event:webSocketError","event:scheduled","event:queue","event:constructor","event:hibernate"],"supportsSetVariable":true,"supportsRestartFrame":true,"supportsStepInTargetsRequest":true,"supportsCompletionsRequest":true,"completionTriggerCharacters":[".","$"],"supportsRestartRequest":true,"supportsExceptionInfoRequest":true,"supportsDelayedStackTraceLoading":true,"supportsLoadedSourcesRequest":true,"supportsLogPoints":true,"supportsSetExpression":true,"supportsTerminateRequest":true,"supportsDataBreakpoints":true,"supportsReadMemoryRequest":true,"supportsWriteMemoryRequest":true,"supportsCancelRequest":true,"supportsBreakpointLocationsRequest":true,"supportsClipboardContext":true,"supportsExceptionFilterOptions":true}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_client_that_goes_while_the_project_is_built_has_the_build_ended() {
    Conversation.check(
        """
        //- /wrangler.toml
        | name = "chat"
        | main = "src/index.ts"
        | compatibility_date = "2026-01-01"
        | [build]
        | command = "sleep 3600"
        //- /src/index.ts
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        > disconnect
        < disconnect
        < closed
        < launch failed 1002 The session has ended.
        * gone /.wrangler/durascope/control.json
        """);
  }

  @Test
  void code_that_fails_while_it_is_loaded_is_told_with_its_line_and_ends_the_launch() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | const limits: any = undefined;
        | export const first = limits[0];
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * thread {"reason":"exited","threadId":1}
        < launch failed 1003 The Worker's code fails while it is loaded: TypeError: Cannot read property '0' of undefined…
        > disconnect
        < disconnect
        < closed
        * gone /.wrangler/durascope/control.json
        """);
  }

  @Test
  void a_second_launch_of_a_session_is_refused_and_the_first_goes_on() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > launch {"project":"/project","port":0}
        < launch failed 1004 This session has its project already: end it, and begin another.
        > attach {}
        < attach failed 1004 This session has its project already: end it, and begin another.
        * fetch /
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void terminate_ends_the_project_and_tells_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        ●|     return new Response("hello");
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > terminate
        < * exited {"exitCode":0}
        < * terminated {}
        < terminate
        > threads
        < threads {"threads":[]}
        > terminate
        < terminate failed 1002 The session has ended.
        > disconnect
        < disconnect
        < closed
        * gone /.wrangler/durascope/control.json
        """);
  }

  @Test
  void a_restart_brings_the_code_that_was_saved_and_keeps_function_and_exception_breakpoints() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | function answer() {
        |   return "hello";
        | }
        | export default { fetch: () => new Response(answer()) };
        > start
        > setFunctionBreakpoints {"breakpoints":[{"name":"answer"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":1,"verified":true}]}
        > restart
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < restart
        * fetch /
        < * stopped {"reason":"function breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"answer","source":"index.ts","line":3,"column":3}],"totalFrames":2}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_restart_that_fails_ends_the_session_and_says_why() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("before") };
        > start
        //- /wrangler.toml
        | name = "chat"
        | main = "src/gone.ts"
        | compatibility_date = "2026-01-01"
        < * output {"category":"stderr","output":"The Worker's entry /project/src/gone.ts does not exist. Let \\"main\\" in the wrangler configuration name the file that exports the Worker.\\n"}
        > restart
        < * output {"category":"stderr","output":"The Worker's entry /project/src/gone.ts does not exist. Let \\"main\\" in the wrangler configuration name the file that exports the Worker.\\n"}
        < * terminated {}
        < restart failed 1003 The Worker's entry /project/src/gone.ts does not exist. Let "main" in the wrangler configuration name the file that exports the Worker.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_save_that_cannot_be_built_is_told_and_the_code_before_it_runs_on() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("before") };
        > start
        //- /src/index.ts
        | export class Room {}
        | export default { fetch( };
        < * output {"category":"stderr","output":"src/index.ts:2:25: Expected identifier but found \\"}\\"\\n  2 │ export default { fetch( };\\n    ╵                         ^\\n"}
        * fetch /
        * answer / 200 before
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void sources_are_listed_and_read_as_the_program_has_them() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { greet } from "./greet";
        | export class Room {}
        | export default { fetch: () => new Response(greet()) };
        //- /src/greet.ts
        | export const greet = (): string => "hello";
        > start
        > loadedSources
        < loadedSources {"sources":[{"name":"greet.ts","path":"/project/src/greet.ts"},{"name":"index.ts","path":"/project/src/index.ts"}]}
        > source {"source":{"path":"/project/src/greet.ts"},"sourceReference":0}
        < source {"content":"export const greet = (): string => \\"hello\\";\\n"}
        > source {"sourceReference":99}
        < source failed 2004 The program has no text of this source.
        > source {"source":{"path":"/project/src/nowhere.ts"},"sourceReference":0}
        < source failed 2004 The program has no text of this source.
        > breakpointLocations {"source":{"path":"/project/src/greet.ts"},"line":1,"endLine":9}
        < breakpointLocations {"breakpoints":[{"line":1,"column":8},{"line":1,"column":36}]}
        > breakpointLocations {"source":{"path":"/project/src/nowhere.ts"},"line":1}
        < breakpointLocations {"breakpoints":[]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_client_that_shows_progress_hears_of_building_and_starting_and_of_each_restart() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object","supportsProgressReporting":true}
        < initialize …
        > launch {"project":"/project","port":0}
        < * progressStart {"progressId":"durascope-1","title":"Building …
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * progressEnd {"progressId":"durascope-1"}
        < * initialized
        > configurationDone
        < configurationDone
        < * progressStart {"progressId":"durascope-2","title":"Starting"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < * progressEnd {"progressId":"durascope-2"}
        < launch
        > restart
        < * progressStart {"progressId":"durascope-1","title":"Building …
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * progressEnd {"progressId":"durascope-1"}
        < * progressStart {"progressId":"durascope-2","title":"Starting"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < * progressEnd {"progressId":"durascope-2"}
        < restart
        > disconnect
        < disconnect
        < closed
        """);
  }
}
