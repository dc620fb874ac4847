package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Breakpoints on stored data and on functions, in the real runtime. */
class DataConversationTest {

  @Test
  void a_line_of_the_storage_becomes_a_breakpoint_of_its_object_alone() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     const kv = (this.ctx.storage as any).kv;
        ●|     const n = (kv.get("n") ?? 0) + 1;
        |     kv.put("n", n);
        |     return new Response(String(n));
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) =>
        |     env.ROOMS.getByName(new URL(request.url).pathname.slice(1)).fetch(request),
        | };
        > start
        * fetch /lobby
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer /lobby 200 1
        * fetch /lobby
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":3}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Durable Object","variablesReference":"value2","expensive":false},{"name":"Module","variablesReference":"value3","expensive":false},{"name":"Global","variablesReference":"value4","expensive":true}]}
        > variables {"variablesReference":"value2","filter":"indexed","start":3,"count":1}
        < variables {"variables":[{"name":"storage","value":"1 key","type":"","presentationHint":{"attributes":["readOnly"]},"evaluateName":"$storage","variablesReference":"value5","namedVariables":0,"indexedVariables":1}]}
        > dataBreakpointInfo {"variablesReference":"value5","name":"n"}
        < dataBreakpointInfo {"dataId":"storage.get(\\"n\\") of chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f","description":"\\"n\\" of Room 760d68f6","accessTypes":["read","write","readWrite"],"canPersist":true}
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage.get(\\"n\\") of chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f","accessType":"write"}]}
        < setDataBreakpoints {"breakpoints":[{"id":2,"verified":true}]}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[]}
        < setBreakpoints {"breakpoints":[]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"\\"n\\" of Room \\"lobby\\" written: 1 → 2","threadId":2,"text":"put(\\"n\\")","allThreadsStopped":false,"hitBreakpointIds":[2]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer /lobby 200 2
        * fetch /attic
        < * thread {"reason":"started","threadId":3}
        * answer /attic 200 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_value_is_stopped_at_when_it_is_read_and_when_it_becomes_another() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(request: Request): Promise<Response> {
        |     const storage = this.ctx.storage;
        |     await storage.put("mode", "day");
        |     await storage.put("mode", new URL(request.url).pathname);
        |     return new Response(await storage.get("mode"));
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage[\\"mode\\"]","accessType":"write","condition":"changed && newValue !== 'day'"},{"dataId":"storage[\\"mode\\"]","accessType":"read"}]}
        < setDataBreakpoints {"breakpoints":[{"id":1,"verified":true},{"id":2,"verified":true}]}
        * fetch /night
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"data breakpoint","description":"\\"mode\\" of Room \\"lobby\\" written: \\"day\\" → \\"/night\\"","threadId":2,"text":"put(\\"mode\\")","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"\\"mode\\" of Room \\"lobby\\" read: \\"/night\\"","threadId":2,"text":"get(\\"mode\\")","allThreadsStopped":false,"hitBreakpointIds":[2]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer /night 200 /night
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void keys_of_a_prefix_are_stopped_at_and_others_are_not() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     await this.ctx.storage.put({ "user:ann": 1, other: 2 });
        |     await this.ctx.storage.delete("other");
        |     await this.ctx.storage.delete("user:ann");
        |     return new Response("done");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > dataBreakpointInfo {"name":"storage[\\"user:*\\"] of Room \\"lobby\\""}
        < dataBreakpointInfo {"dataId":"storage[\\"user:*\\"] of Room \\"lobby\\"","description":"keys \\"user:*\\" of Room \\"lobby\\"","accessTypes":["read","write","readWrite"],"canPersist":true}
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage[\\"user:*\\"] of Room \\"lobby\\""}]}
        < setDataBreakpoints {"breakpoints":[{"id":1,"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"data breakpoint","description":"\\"user:ann\\" of Room \\"lobby\\" written: (nothing) → 1","threadId":2,"text":"put(\\"user:ann\\")","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"\\"user:ann\\" of Room \\"lobby\\" written: 1 → (nothing)","threadId":2,"text":"delete(\\"user:ann\\")","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 done
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_alarm_is_stopped_at_where_it_is_set() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     await this.ctx.storage.setAlarm(4_000_000_000_000);
        |     await this.ctx.storage.deleteAlarm();
        |     return new Response("done");
        |   }
        |   alarm() {}
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage.alarm","accessType":"readWrite"}]}
        < setDataBreakpoints {"breakpoints":[{"id":1,"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"data breakpoint","description":"alarm of Room \\"lobby\\" written: (not set) → 2096-10-02T07:06:40Z","threadId":2,"text":"setAlarm()","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"alarm of Room \\"lobby\\" written: 2096-10-02T07:06:40Z → (not set)","threadId":2,"text":"deleteAlarm()","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 done
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void rows_of_a_table_are_stopped_at_with_the_statement_that_changes_them() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     const sql = this.ctx.storage.sql;
        |     sql.exec("CREATE TABLE users (name TEXT, age INTEGER)");
        |     sql.exec("INSERT INTO users VALUES ('ann', 1), ('bob', 2)");
        |     sql.exec("UPDATE users SET age = age + 1 WHERE name = ?", "bob");
        |     const [row] = [...sql.exec("SELECT count(*) AS n FROM users")];
        |     return new Response(String(row.n));
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > dataBreakpointInfo {"name":"sql:users"}
        < dataBreakpointInfo {"dataId":"sql:users","description":"table users of all objects","accessTypes":["read","write","readWrite"],"canPersist":true}
        > setDataBreakpoints {"breakpoints":[{"dataId":"sql:users","accessType":"write","condition":"statement.startsWith('UPDATE')"},{"dataId":"sql:users","accessType":"read"}]}
        < setDataBreakpoints {"breakpoints":[{"id":1,"verified":true},{"id":2,"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"data breakpoint","description":"table users of Room \\"lobby\\" written: {name: \\"bob\\", age: 2} → {name: \\"bob\\", age: 3}","threadId":2,"text":"UPDATE users SET age = age + 1 WHERE name = ?","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"table users of Room \\"lobby\\" read: SELECT count(*) AS n FROM users","threadId":2,"text":"SELECT count(*) AS n FROM users","allThreadsStopped":false,"hitBreakpointIds":[2]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 2
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_is_not_stored_cannot_be_watched_and_the_answer_says_what_can() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > dataBreakpointInfo {"name":"counter"}
        < dataBreakpointInfo {"description":"\\"counter\\" is not stored: breakpoints can watch storage[\\"key\\"], storage[\\"prefix*\\"], sql:table and storage.alarm."}
        > dataBreakpointInfo {"variablesReference":999,"name":"counter"}
        < dataBreakpointInfo failed 2001 The thread is running or has ended: pause it to look at its variables.
        > setDataBreakpoints {"breakpoints":[{"dataId":"counter"},{"dataId":"storage[\\"n\\"]","hitCondition":"now and then"},{"dataId":"storage[\\"n\\"]"}]}
        < setDataBreakpoints {"breakpoints":[{"verified":false,"message":"The data has no known form: it is to be storage[\\"key\\"], storage[\\"prefix*\\"], sql:table or storage.alarm, and may go on with \\"of\\" and the objects that are meant."},{"id":1,"verified":false,"message":"The hit count \\"now and then\\" has no known form: write a number, or one after =, >, >=, <, <= or %."},{"id":2,"verified":true}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_restart_keeps_the_data_that_is_watched() {
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
        > start
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage[\\"n\\"]"}]}
        < setDataBreakpoints {"breakpoints":[{"id":1,"verified":true}]}
        > restart
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < restart
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"data breakpoint","description":"\\"n\\" of Room \\"lobby\\" written: (nothing) → 1","threadId":2,"text":"put(\\"n\\")","allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 done
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void functions_are_stopped_in_by_the_names_that_the_user_gave_them() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | const shout = (text: string) => text.toUpperCase();
        | export class Room extends DurableObject {
        |   #greet(name: string) {
        |     return shout("hello " + name);
        |   }
        |   fetch(): Response {
        |     return new Response(this.#greet("ann"));
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setFunctionBreakpoints {"breakpoints":[{"name":"Room.#greet"},{"name":"shout","condition":"text.length > 3"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":1,"verified":true},{"id":2,"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"function breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"function breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[2]}
        > stackTrace {"threadId":2,"levels":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.ts","line":2,"column":33},{"id":"frame2","name":"#greet","source":"index.ts","line":5,"column":12}],"totalFrames":5}
        > setFunctionBreakpoints {"breakpoints":[]}
        < setFunctionBreakpoints {"breakpoints":[]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 HELLO ANN
        * fetch /
        * answer / 200 HELLO ANN
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_function_that_nobody_has_is_told_not_to_be_there() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > setFunctionBreakpoints {"breakpoints":[{"name":"Room.vanish"},{"name":""},{"name":"fetch","hitCondition":"maybe"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":1,"verified":false,"message":"No file of the running program has a function \\"Room.vanish\\"."},{"id":2,"verified":false,"message":"No file of the running program has a function \\"\\"."},{"id":3,"verified":false,"message":"The hit count \\"maybe\\" has no known form: write a number, or one after =, >, >=, <, <= or %."}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_function_breakpoint_is_placed_anew_after_a_save() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | function answer() {
        |   return "before";
        | }
        | export default { fetch: () => new Response(answer()) };
        > start
        > setFunctionBreakpoints {"breakpoints":[{"name":"answer"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":1,"verified":true}]}
        //- /src/index.ts
        | export class Room {}
        | // moved
        | function answer() {
        |   return "after";
        | }
        | export default { fetch: () => new Response(answer()) };
        < * loadedSource {"reason":"changed","source":"index.ts"}
        < * thread {"reason":"started","threadId":2}
        < * thread {"reason":"exited","threadId":1}
        < * output {"category":"console","output":"Reloaded in N ms\\n"}
        * fetch /
        < * stopped {"reason":"function breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"answer","source":"index.ts","line":4,"column":3}],"totalFrames":2}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 after
        > disconnect
        < disconnect
        < closed
        """);
  }
}
