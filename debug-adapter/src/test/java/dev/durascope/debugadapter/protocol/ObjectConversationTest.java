package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** What a client asks of objects by our own requests, in the real runtime. */
class ObjectConversationTest {

  @Test
  void the_control_API_is_found_and_asked() {
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
        > durascope/control
        < durascope/control {"url":"http://127.0.0.1:PORT","token":"…
        * fetch /
        * answer / 200 done
        < * thread {"reason":"started","threadId":2}
        * control GET /api/v1/objects/chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f/storage → 200 {"entries":[{"key":"n","type":"number","preview":"1","size":4}],"cursor":null}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_that_runs_shows_its_facts_and_its_storage_is_edited_between_two_events() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     const n = ((await this.ctx.storage.get<number>("n")) ?? 0) + 1;
        |     await this.ctx.storage.put("n", n);
        |     return new Response("n is " + n);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        * answer / 200 n is 1
        < * thread {"reason":"started","threadId":2}
        > durascope/object {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/object {"name":"Room \\"lobby\\"","variablesReference":"value1"}
        > variables {"variablesReference":"value1","filter":"indexed","start":3,"count":1}
        < variables {"variables":[{"name":"storage","value":"1 key","type":"","presentationHint":{"attributes":["readOnly"]},"evaluateName":"$storage","variablesReference":"value2","namedVariables":0,"indexedVariables":1}]}
        > setVariable {"variablesReference":"value2","name":"n","value":"40 + 1"}
        < setVariable {"value":"41","type":"number","variablesReference":0}
        * fetch /
        * answer / 200 n is 42
        > durascope/object {"object":"chat/Room/ab"}
        < durascope/object failed 3001 The object is not in memory: chat/Room/ab
        > durascope/object {"threadId":1}
        < durascope/object failed 2003 No object lives on this thread.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_keeps_an_object_from_hibernating_is_told_with_its_line() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     setTimeout(() => {}, 3_600_000);
        |     return new Response("waiting");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        * answer / 200 waiting
        < * thread {"reason":"started","threadId":2}
        > durascope/blockers {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/blockers {"blockers":[{"kind":"timer","text":"a timer is waiting: setTimeout(…, 3600000)","source":"index.ts","line":4,"column":5}]}
        > durascope/blockers {"threadId":2}
        < durascope/blockers {"blockers":[{"kind":"timer","text":"a timer is waiting: setTimeout(…, 3600000)","source":"index.ts","line":4,"column":5}]}
        > durascope/hibernate {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/hibernate failed 3002 The object cannot hibernate: a timer is waiting
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_hibernates_on_request_and_its_socket_stays_open() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   heard = 0;
        |   fetch(): Response {
        |     const [client, server] = Object.values(new WebSocketPair());
        |     this.ctx.acceptWebSocket(server);
        |     return new Response(null, { status: 101, webSocket: client });
        |   }
        |   webSocketMessage(socket: WebSocket) {
        |     socket.send("heard " + ++this.heard);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * socket ann /
        * hears ann open
        < * thread {"reason":"started","threadId":2}
        * send ann one
        * hears ann message heard 1
        * send ann two
        * hears ann message heard 2
        > durascope/hibernate {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/hibernate
        < * thread {"reason":"exited","threadId":2}
        * send ann three
        * hears ann message heard 1
        < * thread {"reason":"started","threadId":3}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_is_evicted_and_a_name_that_is_none_is_refused() {
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
        > start
        * fetch /
        * answer / 200 visit 1
        < * thread {"reason":"started","threadId":2}
        > durascope/evict {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/evict
        < * thread {"reason":"exited","threadId":2}
        * fetch /
        * answer / 200 visit 1
        < * thread {"reason":"started","threadId":3}
        > durascope/evict {"object":"chat/Nobody/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/evict failed 3002 The project has no Durable Object class Nobody of a worker chat
        >! durascope/evict {"object":"lobby"}
        < durascope/evict failed 3001 "object" must name an object as "worker/Class/id", not lobby.
        >! durascope/hibernate {}
        < durascope/hibernate failed 3001 "object" must name an object as "worker/Class/id", not null.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_expression_is_evaluated_in_an_idle_object_and_may_await() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   visits = 4;
        |   fetch(): Response {
        |     return new Response("visit " + ++this.visits);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        * answer / 200 visit 5
        < * thread {"reason":"started","threadId":2}
        > durascope/evaluate {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f","expression":"this.visits = 10"}
        < durascope/evaluate {"result":"10","type":"number","variablesReference":0}
        > durascope/evaluate {"threadId":2,"expression":"await $ctx.storage.put('k', 'v'), $storage.get('k')"}
        < durascope/evaluate {"result":"\\"v\\"","type":"string","variablesReference":0}
        > durascope/evaluate {"threadId":2,"expression":"await Promise.reject(new Error('no'))"}
        < durascope/evaluate failed 2002 Error: no
        > durascope/evaluate {"threadId":2,"expression":"$storage.keys()"}
        < durascope/evaluate {"result":"(1) [\\"k\\"]","type":"Array","variablesReference":"value1","namedVariables":2,"indexedVariables":1}
        > durascope/evaluate {"threadId":9,"expression":"1"}
        < durascope/evaluate failed 2003 There is no thread 9: it may have ended.
        * fetch /
        * answer / 200 visit 11
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_helpers_reach_another_object_and_print_what_they_are() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   size = () => 7;
        |   async count() { return this.size(); }
        |   fetch(): Response {
        ●|     return new Response("hello");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > evaluate {"expression":"$storage.put('n', 3), $storage.sql('SELECT 1 AS one')","frameId":"frame1","context":"repl"}
        < evaluate {"result":"(1) [{one: 1}]","type":"Array","variablesReference":"value1","namedVariables":2,"indexedVariables":1}
        > evaluate {"expression":"$blockers()","frameId":"frame1","context":"repl"}
        < evaluate {"result":"(2) [\\"an event is in progress: fetch\\", \\"a transaction is open\\"]","type":"Array","variablesReference":"value2","namedVariables":2,"indexedVariables":2}
        > evaluate {"expression":"help","frameId":"frame1","context":"repl"}
        < evaluate {"result":"Expressions see the variables…
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > durascope/evaluate {"threadId":1,"expression":"await $object('Room', 'attic').count()"}
        < * thread {"reason":"started","threadId":3}
        < durascope/evaluate {"result":"7","type":"number","variablesReference":0}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_Chrome_inspector_is_opened_on_request_and_once() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > durascope/openInspector
        < durascope/openInspector {"url":"ws://127.0.0.1:…
        > durascope/openInspector
        < durascope/openInspector {"url":"ws://127.0.0.1:…
        * fetch /
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }
}
