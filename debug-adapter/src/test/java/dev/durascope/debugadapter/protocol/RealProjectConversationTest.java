package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class RealProjectConversationTest {

  @Test
  void an_object_is_stepped_through_on_the_lines_of_its_typescript() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { Room } from "./room";
        | export { Room };
        | export default {
        |   fetch(request: Request, env: any): Promise<Response> {
        |     const name: string = new URL(request.url).pathname.slice(1);
        |     return env.ROOMS.getByName(name).fetch(request);
        |   },
        | };
        //- /src/room.ts
        | import { DurableObject } from "cloudflare:workers";
        | interface Visit { readonly count: number }
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     const before: number = (await this.ctx.storage.get("count")) ?? 0;
        ● |     const visit: Visit = { count: before + 1 };
        |     await this.ctx.storage.put("count", visit.count);
        |     return new Response("visit " + visit.count);
        |   }
        | }
        > start
        * fetch /lobby
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > next {"threadId":2}
        < next
        < * stopped {"reason":"step","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"room.ts","line":7,"column":5}],"totalFrames":3}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer /lobby 200 visit 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_hibernatable_socket_is_stopped_at_its_message_and_goes_on_after_a_save() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     const pair = new WebSocketPair();
        |     this.ctx.acceptWebSocket(pair[1]);
        |     return new Response(null, { status: 101, webSocket: pair[0] });
        |   }
        |   webSocketMessage(socket: WebSocket, text: string) {
        ● |     socket.send("heard " + text);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * socket ann /
        < * thread {"reason":"started","threadId":2}
        * hears ann open
        * send ann hello you
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"webSocketMessage","source":"index.ts","line":9,"column":5}],"totalFrames":1}
        > evaluate {"expression":"text","frameId":"frame1"}
        < evaluate {"result":"\\"hello you\\"","type":"string","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * hears ann message heard hello you
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     const pair = new WebSocketPair();
        |     this.ctx.acceptWebSocket(pair[1]);
        |     return new Response(null, { status: 101, webSocket: pair[0] });
        |   }
        |   webSocketMessage(socket: WebSocket, text: string) {
        ● |     socket.send("still heard " + text);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        < * loadedSource {"reason":"changed","source":"index.ts"}
        < * thread {"reason":"exited","threadId":1}
        < * thread {"reason":"exited","threadId":2}
        < * thread {"reason":"started","threadId":3}
        < * output {"category":"console","output":"Reloaded in N ms\\n"}
        * send ann again
        < * thread {"reason":"started","threadId":4}
        < * stopped {"reason":"breakpoint","threadId":4,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":4}
        < continue {"allThreadsContinued":false}
        * hears ann message still heard again
        * leave ann
        * control GET /api/v1/alarms → 200 {"alarms":[]}
        > disconnect
        < disconnect
        < closed
        * gone /.wrangler/durascope/control.json
        """);
  }
}
