package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class DebugAdapterTest {

  @Test
  void a_breakpoint_stops_one_thread_and_shows_its_variables() {
    Conversation.check(
        """
        | export function greet(name) {
        ● |   const text = "hello " + name;
        |   return text;
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker greet you
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > threads
        < threads {"threads":[{"id":1,"name":"Worker"}]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"greet","source":"index.js","line":2,"column":3}],"totalFrames":1}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Module","variablesReference":"value2","expensive":false},{"name":"Global","variablesReference":"value3","expensive":true}]}
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"this","value":"{greet: ƒ greet()}","type":"Object","presentationHint":{"attributes":["readOnly"]},"evaluateName":"this","variablesReference":"value4"},{"name":"name","value":"\\"you\\"","type":"string","evaluateName":"name","variablesReference":0}]}
        > evaluate {"expression":"name.length","frameId":"frame1"}
        < evaluate {"result":"3","type":"number","variablesReference":0}
        > setVariable {"variablesReference":"value1","name":"name","value":"'them'"}
        < setVariable {"value":"\\"them\\"","type":"string","variablesReference":0}
        > next {"threadId":1}
        < next
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker hello them
        > stackTrace {"threadId":1}
        < stackTrace failed 2001 The thread is running or has ended: pause it to look at its variables.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void while_one_object_is_paused_another_answers() {
    Conversation.check(
        """
        | const rooms = new Map([["lobby", 1]]);
        | export async function fetch(n) {
        |   if (n === "1") {
        ● |     const members = await Promise.resolve(rooms);
        |     return "stopped at " + members.size;
        |   }
        |   return "answered " + n;
        | }
        > start
        * object lobby
        < * thread {"reason":"started","threadId":1}
        * object attic
        < * thread {"reason":"started","threadId":2}
        * call lobby fetch 1
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        * call attic fetch 2
        * answer attic answered 2
        > threads
        < threads {"threads":[{"id":1,"name":"ChatRoom \\"lobby\\""},{"id":2,"name":"ChatRoom \\"attic\\""}]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.js","line":4,"column":5}],"totalFrames":1}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Durable Object","variablesReference":"value2","expensive":false},{"name":"Module","variablesReference":"value3","expensive":false},{"name":"Global","variablesReference":"value4","expensive":true}]}
        > variables {"variablesReference":"value2"}
        < variables {"variables":[{"name":"id","value":"lobby","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"name","value":"\\"lobby\\"","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"class","value":"ChatRoom","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"storage","value":"3 keys","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value5","namedVariables":0,"indexedVariables":3}]}
        > variables {"variablesReference":"value5","filter":"indexed","start":1,"count":2}
        < variables {"variables":[{"name":"key1","value":"1","type":"number","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"key2","value":"4","type":"number","presentationHint":{"attributes":["readOnly"]},"variablesReference":0}]}
        > next {"threadId":1}
        < next
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame2","name":"fetch","source":"index.js","line":5,"column":5}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer lobby stopped at 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_exception_stops_where_nothing_catches_it() {
    Conversation.check(
        """
        | async function fail(text) {
        |   await null;
        |   throw new TypeError(text);
        | }
        | export async function caught() {
        |   try {
        |     await fail("minor");
        |   } catch (e) {
        |     return e.message;
        |   }
        | }
        | export async function uncaught() {
        |   await fail("major");
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker caught
        * answer Worker minor
        * call Worker uncaught
        < * stopped {"reason":"exception","description":"Paused at an uncaught exception","threadId":1,"text":"TypeError: major","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"TypeError","description":"TypeError: major","breakMode":"unhandled","details":{"message":"major","typeName":"TypeError","stackTrace":"    at fail (/project/src/index.js:3:3)\\n    at uncaught (/project/src/index.js:13:9)"}}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker rejected: TypeError: major
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void conditions_hit_counts_and_log_messages_decide_about_a_stop() {
    Conversation.check(
        """
        | const limit = 3;
        | export function count() {
        |   let sum = 0;
        |   for (let i = 1; i <= 5; i++) {
        |     sum += i;
        |   }
        |   return sum;
        | }
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.js"},"breakpoints":[{"line":5,"condition":"i > limit","hitCondition":"2"},{"line":7,"logMessage":"sum is {sum}, {{sum}} of {nothing}"},{"line":3,"condition":"nothing"},{"line":4,"hitCondition":"often"},{"line":9}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.js","line":5,"column":5},{"id":2,"verified":true,"source":"index.js","line":7,"column":3},{"id":3,"verified":true,"source":"index.js","line":3,"column":3},{"id":4,"verified":false,"message":"The hit count \\"often\\" has no known form: write a number, or one after =, >, >=, <, <= or %.","source":"index.js","line":4,"reason":"pending"},{"id":5,"verified":false,"message":"No code of this line or below it is in the running program.","source":"index.js","line":9,"reason":"pending"}]}
        > setBreakpoints {"source":{"path":"/project/src/other.js"},"breakpoints":[{"line":1}]}
        < setBreakpoints {"breakpoints":[{"id":6,"verified":false,"message":"The running program does not contain this file: nothing imports it.","source":"other.js","line":1,"reason":"pending"}]}
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker count
        < * output {"category":"stderr","output":"The condition of this breakpoint failed: nothing\\n  ReferenceError: nothing is not defined\\n","source":"index.js","line":3,"column":3}
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"count","source":"index.js","line":5,"column":5}],"totalFrames":1}
        > evaluate {"expression":"i","frameId":"frame1","context":"hover"}
        < evaluate {"result":"5","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stdout","output":"sum is 15, {sum: 15} of {ReferenceError: nothing is not defined}\\n","source":"index.js","line":7,"column":3}
        * answer Worker 15
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_launch_that_cannot_work_says_which_attribute_is_wrong() {
    Conversation.check(
        """
        > stackTrace {"threadId":1}
        < stackTrace failed 1002 Nothing has been launched: send "launch" first.
        > launch {"port":8787}
        < launch failed 1001 The launch configuration has no "project": name the directory of the project there.
        > launch {"project":"/project","port":"8787"}
        < launch failed 1001 "port" of the launch configuration must be a number from 0 to 65535, not 8787.
        > launch {"project":"/project","vars":{"LIMIT":3}}
        < launch failed 1001 "vars.LIMIT" of the launch configuration must be a string, not 3.0.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void objects_are_acted_on_by_their_names() {
    Conversation.check(
        """
        | export const nothing = 0;
        > start
        > durascope/control
        < durascope/control {"url":"http://127.0.0.1:9999","token":"secret"}
        > durascope/fireAlarm {"object":"chat/ChatRoom/ab12"}
        < durascope/fireAlarm
        > durascope/hibernate {"object":"chat/ChatRoom/ab12"}
        < durascope/hibernate
        > durascope/evict {"object":"chat/ChatRoom/ab12"}
        < durascope/evict
        * did fireAlarm chat/ChatRoom/ab12, hibernate chat/ChatRoom/ab12, evict chat/ChatRoom/ab12
        > durascope/fireAlarm {"object":"chat/ChatRoom/0"}
        < durascope/fireAlarm failed 3002 The object has no alarm to fire.
        >! durascope/evict {"object":"ChatRoom"}
        < durascope/evict failed 3001 "object" must name an object as "worker/Class/id", not ChatRoom.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void sources_are_listed_and_read_and_their_breakable_places_known() {
    Conversation.check(
        """
        | export function one() {
        |   return 1;
        | }
        > start
        > loadedSources
        < loadedSources {"sources":[{"name":"index.js","path":"/project/src/index.js","sourceReference":1}]}
        > source {"sourceReference":1}
        < source {"content":"export function one() {\\n  return 1;\\n}\\n"}
        > source {"sourceReference":7}
        < source failed 2004 The program has no text of this source.
        > breakpointLocations {"source":{"path":"/project/src/index.js"},"line":1,"endLine":2}
        < breakpointLocations {"breakpoints":[{"line":1,"column":1},{"line":1,"column":8},{"line":1,"column":17},{"line":2,"column":3},{"line":2,"column":10}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_restart_keeps_the_breakpoints_and_a_termination_ends_the_program() {
    Conversation.check(
        """
        | export function one() {
        ● |   return 1;
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker one
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > restart
        < * loadedSource {"reason":"new","source":"index.js"}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:8787\\n"}
        < restart
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker one
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > terminate
        < * exited {"exitCode":0}
        < * terminated {}
        < terminate
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_the_program_prints_says_where_and_can_be_opened_while_it_runs() {
    Conversation.check(
        """
        | export function greet(name) {
        |   const guest = { name };
        |   console.log("only", "text");
        |   console.log("guest", guest);
        |   guest.name = "changed";
        |   return "done";
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker greet you
        < * output {"category":"stdout","output":"only text\\n","source":"index.js","line":3,"column":3}
        < * output {"category":"stdout","output":"guest {name: \\"you\\"}\\n","variablesReference":"value1","source":"index.js","line":4,"column":3}
        * answer Worker done
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"","value":"guest {name: \\"you\\"}","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value2","namedVariables":0,"indexedVariables":2}]}
        > variables {"variablesReference":"value2","filter":"indexed","start":0,"count":2}
        < variables {"variables":[{"name":"0","value":"\\"guest\\"","type":"string","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"1","value":"{name: \\"changed\\"}","type":"Object","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value3"}]}
        > disconnect
        < disconnect
        < closed
        """);
  }
}
