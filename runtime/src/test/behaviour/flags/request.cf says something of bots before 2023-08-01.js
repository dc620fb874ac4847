//! {"compatibility_date": "2023-07-31", "services": [{ "binding": "SELF", "service": "test" }]}
export default {
  fetch(request) {
    return Response.json([request.cf, request.clone().cf]);
  },
};

export class Subject {}

export async function behaviour(assert, env) {
  const given = async (cf) => (await env.SELF.fetch(new Request('http://example.com/', { cf }))).json();
  const bots = {
    corporateProxy: false,
    verifiedBot: false,
    jsDetection: { passed: false },
    staticResource: false,
    detectionIds: {},
    score: 99,
  };
  assert.deepEqual(await given({ a: 1 }), [{ a: 1, botManagement: bots }, { a: 1, botManagement: bots }]);
  assert.deepEqual(await given({ botManagement: {} }), [{ botManagement: {} }, { botManagement: {} }]);
  assert.deepEqual(new Request('http://example.com/', { cf: { a: 1 } }).clone().cf, { a: 1 });
}
