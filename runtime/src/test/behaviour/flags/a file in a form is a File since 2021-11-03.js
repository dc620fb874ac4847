//! {"compatibility_date": "2022-04-01"}
export async function behaviour(assert, env, ctx) {
  const sent = new FormData();
  sent.set('f', new File(['text'], 'a.txt'));
  const form = await new Response(sent).formData();
  assert(form.get('f') instanceof File);
}
export class Subject {}
