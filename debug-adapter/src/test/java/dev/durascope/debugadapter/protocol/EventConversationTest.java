package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Events of objects and Workers that are stopped at, in the real runtime. */
class EventConversationTest {

  @Test
  void a_request_is_stopped_at_in_the_object_of_the_name_alone() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response(this.ctx.id.name);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) =>
        |     env.ROOMS.getByName(new URL(request.url).pathname.slice(1)).fetch(request),
        | };
        > start
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"event:fetch","condition":"Room \\"lob*\\""}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /attic
        * answer /attic 200 attic
        < * thread {"reason":"started","threadId":2}
        * fetch /lobby
        < * thread {"reason":"started","threadId":3}
        < * stopped {"reason":"event","description":"fetch of Room \\"lobby\\"","threadId":3,"allThreadsStopped":false}
        > stackTrace {"threadId":3,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":4,"column":5}],"totalFrames":3}
        > continue {"threadId":3}
        < continue {"allThreadsContinued":false}
        * answer /lobby 200 lobby
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_remote_call_of_the_method_that_is_meant_is_stopped_at() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   say(text: string) {
        |     return "said " + text;
        |   }
        |   list() {
        |     return [];
        |   }
        | }
        | export default {
        |   async fetch(request: Request, env: any): Promise<Response> {
        |     const room = env.ROOMS.getByName("lobby");
        |     await room.list();
        |     return new Response(await room.say("hi"));
        |   },
        | };
        > start
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"event:rpc","condition":"Room.say"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"event","description":"rpc say of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"say","source":"index.ts","line":4,"column":5},{"id":0,"name":"called by Worker chat","line":0,"column":0,"presentationHint":"label"},{"id":"frame2","name":"fetch","source":"index.ts","line":14,"column":31}],"totalFrames":3}
        > evaluate {"expression":"text","frameId":"frame1"}
        < evaluate {"result":"\\"hi\\"","type":"string","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 said hi
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_alarm_is_stopped_at_when_a_client_fires_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     await this.ctx.storage.setAlarm(Date.now() + 3_600_000);
        |     return new Response("set");
        |   }
        |   async alarm() {
        |     await this.ctx.storage.put("rung", true);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setExceptionBreakpoints {"filters":["event:alarm"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /
        * answer / 200 set
        < * thread {"reason":"started","threadId":2}
        > durascope/fireAlarm {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/fireAlarm
        < * stopped {"reason":"event","description":"alarm of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"alarm","source":"index.ts","line":8,"column":5}],"totalFrames":1}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        > durascope/fireAlarm {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/fireAlarm failed 3002 The Room 760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f has no alarm set
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_hibernatable_socket_is_stopped_at_by_its_message_and_by_its_close() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     const [client, server] = Object.values(new WebSocketPair());
        |     this.ctx.acceptWebSocket(server);
        |     return new Response(null, { status: 101, webSocket: client });
        |   }
        |   webSocketMessage(socket: WebSocket, text: string) {
        |     socket.send("heard " + text);
        |   }
        |   webSocketClose(socket: WebSocket, code: number) {
        |     console.log("closed", code);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setExceptionBreakpoints {"filters":["event:webSocketMessage","event:webSocketClose"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true},{"verified":true}]}
        * socket ann /
        * hears ann open
        < * thread {"reason":"started","threadId":2}
        * send ann hello
        < * stopped {"reason":"event","description":"webSocketMessage of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * hears ann message heard hello
        * leave ann
        < * stopped {"reason":"event","description":"webSocketClose of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"webSocketClose","source":"index.ts","line":12,"column":5}],"totalFrames":1}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stdout","output":"[Room \\"lobby\\"] closed 1000\\n","source":"index.ts","line":12,"column":5}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_schedule_is_stopped_at_when_it_is_run() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch: () => new Response("hello"),
        |   scheduled(event: any) {
        |     console.log("ran", event.cron);
        |   },
        | };
        > start
        > setExceptionBreakpoints {"filters":["event:scheduled"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * control POST /api/v1/schedules/chat/run?cron=0+0+*+*+* → 200 {}
        < * stopped {"reason":"event","description":"scheduled of Worker chat","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"scheduled","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stdout","output":"[Worker chat] ran 0 0 * * *\\n","source":"index.ts","line":5,"column":5}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_batch_of_a_queue_is_stopped_at() {
    Conversation.check(
        """
        //- /wrangler.toml
        | name = "chat"
        | main = "src/index.ts"
        | compatibility_date = "2026-01-01"
        | [[queues.producers]]
        | queue = "jobs"
        | binding = "JOBS"
        | [[queues.consumers]]
        | queue = "jobs"
        | max_batch_timeout = 0
        //- /src/index.ts
        | export default {
        |   async fetch(request: Request, env: any): Promise<Response> {
        |     await env.JOBS.send({ n: 1 });
        |     return new Response("sent");
        |   },
        |   queue(batch: any) {
        |     console.log(batch.queue, batch.messages.length);
        |   },
        | };
        > start
        > setExceptionBreakpoints {"filters":["event:queue"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /
        < * stopped {"reason":"event","description":"queue of Worker chat","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"queue","source":"index.ts","line":7,"column":5}],"totalFrames":1}
        > evaluate {"expression":"batch.messages[0].body","frameId":"frame1"}
        < evaluate {"result":"{n: 1}","type":"Object","variablesReference":"value1"}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 sent
        < * output {"category":"stdout","output":"[Worker chat] jobs 1\\n","source":"index.ts","line":7,"column":5}
        < * output {"category":"console","output":"QUEUE jobs 1/1\\n"}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_is_stopped_at_where_it_comes_into_being_and_where_it_leaves_the_memory() {
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
        > setExceptionBreakpoints {"filters":["event:constructor","event:hibernate"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true},{"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"event","description":"constructor of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 visit 1
        > durascope/evict {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/evict
        < * stopped {"reason":"event","description":"hibernation of Room \\"lobby\\"","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"at rest","line":0,"column":0}],"totalFrames":1}
        > evaluate {"expression":"this.visits","frameId":"frame1"}
        < evaluate {"result":"1","type":"number","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * thread {"reason":"exited","threadId":2}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void filters_and_conditions_that_mean_nothing_are_refused_and_the_others_are_kept() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     return new Response("hello");
        |   },
        | };
        > start
        > setExceptionBreakpoints {"filters":["sometimes","event:fetch"],"filterOptions":[{"filterId":"event:alarm","condition":"the lobby"},{"filterId":"event:nap"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":false,"message":"There is no exception filter \\"sometimes\\"."},{"verified":true},{"verified":false,"message":"\\"the lobby\\" names no objects: write a class, an object's name in double quotes, or both, as in ChatRoom \\"lobby\\"; a method may follow, as in ChatRoom.say."},{"verified":false,"message":"There is no exception filter \\"event:nap\\"."}]}
        * fetch /
        < * stopped {"reason":"event","description":"fetch of Worker chat","threadId":1,"allThreadsStopped":false}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_event_is_stopped_at_once_more_after_a_save() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response("before");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"event:fetch","condition":"Room"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response("after");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        < * loadedSource {"reason":"changed","source":"index.ts"}
        < * thread {"reason":"started","threadId":2}
        < * output {"category":"console","output":"Reloaded in N ms\\n"}
        < * thread {"reason":"exited","threadId":1}
        * fetch /
        < * thread {"reason":"started","threadId":3}
        < * stopped {"reason":"event","description":"fetch of Room \\"lobby\\"","threadId":3,"allThreadsStopped":false}
        > continue {"threadId":3}
        < continue {"allThreadsContinued":false}
        * answer / 200 after
        > disconnect
        < disconnect
        < closed
        """);
  }
}
