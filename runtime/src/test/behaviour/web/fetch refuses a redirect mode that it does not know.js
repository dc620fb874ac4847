export default async function (assert) {
  const message = await fetch('http://127.0.0.1/', { redirect: 'error' }).catch((e) => e.message);
  assert(message.startsWith('Invalid redirect value, must be one of "follow" or "manual"'));
}
