package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class EventStopsTest {

  @Test
  void an_event_stops_the_objects_that_its_condition_names() {
    Conversation.check(
        """
        | export function alarm(info) {
        ● |   const due = info;
        |   return "rung " + due;
        | }
        > start
        > setExceptionBreakpoints {"filters":["event:alarm"],"filterOptions":[{"filterId":"event:fetch","condition":"ChatRoom \\"lobby\\""},{"filterId":"event:rpc","condition":"ChatRoom lobby"},{"filterId":"event:telepathy"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true},{"verified":true},{"verified":false,"message":"\\"ChatRoom lobby\\" names no objects: write a class, an object's name in double quotes, or both, as in ChatRoom \\"lobby\\"; a method may follow, as in ChatRoom.say."},{"verified":false,"message":"There is no exception filter \\"event:telepathy\\"."}]}
        * object lobby
        < * thread {"reason":"started","threadId":1}
        * event lobby ALARM alarm now
        < * stopped {"reason":"event","description":"alarm of ChatRoom \\"lobby\\"","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"alarm","source":"index.js","line":2,"column":3}],"totalFrames":1}
        > next {"threadId":1}
        < next
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > setBreakpoints {"source":{"path":"/project/src/index.js"},"breakpoints":[]}
        < setBreakpoints {"breakpoints":[]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer lobby rung now
        * object attic
        < * thread {"reason":"started","threadId":2}
        * event attic FETCH alarm here
        * answer attic rung here
        * event lobby FETCH alarm there
        < * stopped {"reason":"event","description":"fetch of ChatRoom \\"lobby\\"","threadId":1,"allThreadsStopped":false}
        > setExceptionBreakpoints {"filters":[]}
        < setExceptionBreakpoints {"breakpoints":[]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer lobby rung there
        * event lobby ALARM alarm again
        * answer lobby rung again
        > disconnect
        < disconnect
        < closed
        """);
  }
}
