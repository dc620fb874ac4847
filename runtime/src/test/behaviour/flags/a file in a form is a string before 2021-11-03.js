//! {"compatibility_date": "2021-11-02"}
export async function behaviour(assert, env, ctx) {
  const body =
    '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\ntext\r\n--x--\r\n';
  const form = await new Response(body, { headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }).formData();
  assert.equal(form.get('f'), 'text');
}
export class Subject {}
