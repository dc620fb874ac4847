import { EmailMessage } from 'cloudflare:email';
import { WorkflowEntrypoint } from 'cloudflare:workers';
import { NonRetryableError } from 'cloudflare:workflows';

export class Flow extends WorkflowEntrypoint {}

export async function behaviour(assert) {
  const message = new EmailMessage('a@example.com', 'b@example.com', 'Subject: x\r\n\r\ny');
  assert.deepEqual([message.from, message.to], ['a@example.com', 'b@example.com']);
  const error = new NonRetryableError('enough');
  assert.deepEqual([error instanceof Error, error.name, error.message], [true, 'NonRetryableError', 'enough']);
}
